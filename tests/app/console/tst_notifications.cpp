#include "app/console/notifications.h"

#include "tests/app/console/fake_notifications.h"
#include "tests/app/console/private_bus.h"
#include "tests/support/builders.h"
#include "tests/support/recording_port.h"
#include "ui/shared/console_model.h"
#include "ui/shared/notice_settings.h"
#include "ui/shared/ui_state.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>

#include <gtest/gtest.h>

namespace signalbox::test {
namespace {

using namespace Qt::StringLiterals;

constexpr std::chrono::seconds patience{10};

// Serves the event loop until it is so.
bool eventually(const std::function<bool()>& isSo)
{
    const QDeadlineTimer end(patience);
    while (!isSo() && !end.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
    return isSo();
}

struct Desk {
    explicit Desk(const QStringList& capabilities = {u"actions"_s, u"body"_s, u"body-markup"_s})
        : server(bus.connect(u"server"_s), capabilities),
          notifications(
              {model, state, [this] { return lookedAt; }, [this](bool sound) { attracted.push_back(sound); }, testNow},
              bus.connect(u"console"_s))
    {
        QObject::connect(&notifications, &Notifications::acceptWanted, &model,
                         [this](const Offer& offer) { accepted.push_back(offer.id); });
        QObject::connect(&notifications, &Notifications::declineWanted, &model,
                         [this](const Offer& offer) { declined.push_back(offer.id); });
        QObject::connect(&notifications, &Notifications::openWanted, &model,
                         [this](const ConversationId& id) { opened.push_back(id); });
        Q_EMIT port.changed(ChangeSet{});   // what was there at the start
    }
    ~Desk()
    {
        QDBusConnection::disconnectFromBus(u"server"_s);
        QDBusConnection::disconnectFromBus(u"console"_s);
    }
    void offer(const char* id = "o1")
    {
        ChangeSet changes;
        changes.conversations = {aConversation("4820")
                                     .from("Paulina <b>Zielińska</b>", "Trzy & Rzeki")
                                     .about("Fleet pricing")
                                     .tier(0)
                                     .worth(28000)
                                     .waiting("fleet", seconds{34}, seconds{60})
                                     .offeredTo("leila")
                                     .said("Forty <i>bikes</i>, please.")};
        changes.offersMade = {anOffer(id, "4820", "leila")};
        Q_EMIT port.changed(changes);
    }
    bool showsOne()
    {
        return eventually([this] { return server.shown.size() == 1; });
    }

    int argc = 1;
    char name[6] = "tests";
    char* argv[2] = {name, nullptr};
    QCoreApplication application{argc, argv};
    PrivateBus bus;
    FakeNotifications server;
    RecordingPort port;
    Session session{AgentId{"leila"}, u"Leila Haddad"_s, Role::Agent};
    ConsoleModel model{port, session};
    UiStateInMemory state;
    bool lookedAt = false;
    std::vector<bool> attracted;
    std::vector<OfferId> accepted;
    std::vector<OfferId> declined;
    std::vector<ConversationId> opened;
    Notifications notifications;
};

class NotificationsTest : public testing::Test {
protected:
    void SetUp() override
    {
        int argc = 0;
        const QCoreApplication application(argc, nullptr);
        if (!PrivateBus().isThere())
            GTEST_SKIP() << "dbus-daemon is not installed (packaging/setup test installs it)";
    }
};

TEST_F(NotificationsTest, anOfferIsToldWithTierReasonWaitingTimeAndLastWordsAsPlainText)
{
    Desk desk;
    desk.offer();
    ASSERT_TRUE(desk.showsOne());
    const auto& shown = desk.server.shown[0];
    EXPECT_EQ(shown.title.toStdString(), "P1: Paulina <b>Zielińska</b>");   // titles are never markup
    EXPECT_EQ(shown.body.toStdString(),
              "Fleet pricing · Trzy &amp; Rzeki · €28,000 · waiting 0:34\nForty &lt;i&gt;bikes&lt;/i&gt;, please.");
    EXPECT_EQ(shown.hints.value(u"urgency"_s).toUInt(), 2u);
    EXPECT_EQ(shown.hints.value(u"sound-name"_s).toString().toStdString(), "message-new-instant");
    EXPECT_EQ(shown.lasts, 18000);
    EXPECT_EQ(shown.actions,
              (QStringList{u"default"_s, u"Open"_s, u"accept"_s, u"Accept"_s, u"decline"_s, u"Decline"_s}));
}

TEST_F(NotificationsTest, aDesktopWithoutMarkupOrActionsGetsTheWordsAsTheyStand)
{
    Desk desk({u"body"_s});
    desk.offer();
    ASSERT_TRUE(desk.showsOne());
    EXPECT_TRUE(desk.server.shown[0].body.contains(u"Forty <i>bikes</i>"_s));
    EXPECT_TRUE(desk.server.shown[0].actions.isEmpty());
}

TEST_F(NotificationsTest, isQuietWhileTheWindowHasTheFocusOrTheSeatWantsNone)
{
    Desk desk;
    desk.lookedAt = true;
    desk.offer("o1");
    desk.lookedAt = false;
    keepNoticeSettings(desk.state, {false, true});
    desk.offer("o2");
    keepNoticeSettings(desk.state, {true, false});
    desk.offer("o3");
    ASSERT_TRUE(desk.showsOne());   // had the others been sent, they would stand before it
    EXPECT_FALSE(desk.server.shown[0].hints.contains(u"sound-name"_s));
    EXPECT_TRUE(desk.server.shown[0].hints.value(u"suppress-sound"_s).toBool());
}

TEST_F(NotificationsTest, acceptDeclineAndOpenAreChosenOnTheDesktop)
{
    Desk desk;
    desk.offer();
    ASSERT_TRUE(desk.showsOne());
    const uint id = desk.server.shown[0].id;
    Q_EMIT desk.server.ActionInvoked(id, u"accept"_s);
    EXPECT_TRUE(eventually([&] { return desk.accepted.size() == 1; }));
    Q_EMIT desk.server.ActionInvoked(id, u"decline"_s);
    EXPECT_TRUE(eventually([&] { return desk.declined.size() == 1; }));
    Q_EMIT desk.server.ActionInvoked(id, u"default"_s);
    EXPECT_TRUE(eventually([&] { return desk.opened.size() == 1; }));
    Q_EMIT desk.server.ActionInvoked(id + 7, u"accept"_s);   // somebody else's notice
    Q_EMIT desk.server.ActionInvoked(id, u"default"_s);
    EXPECT_TRUE(eventually([&] { return desk.opened.size() == 2; }));
    EXPECT_EQ(desk.accepted.size(), 1u);
}

TEST_F(NotificationsTest, anOfferThatLapsedIsTakenBack)
{
    Desk desk;
    desk.offer();
    ASSERT_TRUE(desk.showsOne());
    ChangeSet lapsed;
    lapsed.offersEnded = {{anOffer("o1", "4820", "leila"), OfferOutcome::Lapsed}};
    Q_EMIT desk.port.changed(lapsed);
    EXPECT_TRUE(eventually([&] { return desk.server.closed == std::vector{desk.server.shown[0].id}; }));
}

TEST_F(NotificationsTest, anOfferThatEndsWhileItsNoticeIsOnTheWayIsTakenBackToo)
{
    Desk desk;
    desk.offer();
    ChangeSet lapsed;
    lapsed.offersEnded = {{anOffer("o1", "4820", "leila"), OfferOutcome::Lapsed}};
    Q_EMIT desk.port.changed(lapsed);
    desk.offer("o2");
    EXPECT_TRUE(eventually(
        [&] { return !desk.server.shown.empty() && desk.server.shown.size() == desk.server.closed.size() + 1; }));
}

TEST_F(NotificationsTest, aFollowUpThatIsDueAndANoteThatCallsMeAreTold)
{
    Desk desk;
    ChangeSet due;
    due.followUps
        = {{ConversationId{"4802"}, testNow(), "Fiona Gallagher", "leila", "Call about the pilot", true, {}, false}};
    Q_EMIT desk.port.changed(due);
    Q_EMIT desk.port.changed(due);   // said again with some other change: told once
    ASSERT_TRUE(desk.showsOne());
    EXPECT_EQ(desk.server.shown[0].title.toStdString(), "Follow up with Fiona Gallagher");
    ChangeSet note;
    Message calling;
    calling.id.value = "m1";
    calling.author = Author::Agent;
    calling.agent.value = "mark";
    calling.internalNote = true;
    calling.text = "Can you look?";
    calling.mentions = {AgentId{"leila"}};
    note.messages = {{ConversationId{"4811"}, calling}};
    Q_EMIT desk.port.changed(note);
    ASSERT_TRUE(eventually([&] { return desk.server.shown.size() == 2; }));
    EXPECT_EQ(desk.server.shown[1].title.toStdString(), "mark mentions you");
    EXPECT_EQ(desk.server.shown[1].hints.value(u"urgency"_s).toUInt(), 1u);
}

Alert anAlertFor(const std::string& owner, std::int64_t number = 41)
{
    Alert alert;
    alert.number = number;
    alert.trigger = {"hot"};
    alert.conversation = {"4820"};
    alert.at = testNow();
    alert.owner = {owner};
    alert.ownerReason = "leads Fleet";
    alert.ways = {AlertWay::Desktop};
    alert.tier = {"P1"};
    return alert;
}

void say(Desk& desk, const Alert& alert)
{
    ChangeSet changes;
    changes.alerts = {alert};
    Q_EMIT desk.port.changed(changes);
}

TEST_F(NotificationsTest, anAlertIsToldOnceForEachEpisodeAndAcknowledgedFromThere)
{
    Desk desk;
    say(desk, anAlertFor("leila"));
    say(desk, anAlertFor("leila"));   // said again with some other change
    ASSERT_TRUE(desk.showsOne());
    const auto shown = desk.server.shown[0];
    EXPECT_EQ(shown.title.toStdString(), "P1 hot");
    EXPECT_EQ(shown.body.toStdString(), "#4820\nYours: leads Fleet");
    EXPECT_EQ(shown.hints.value(u"urgency"_s).toUInt(), 2u);
    Q_EMIT desk.server.ActionInvoked(shown.id, u"acknowledge"_s);
    ASSERT_TRUE(eventually([&] { return !desk.port.sent<AcknowledgeAlert>().empty(); }));
    EXPECT_EQ(desk.port.sent<AcknowledgeAlert>()[0].alert, 41);
    Alert seen = anAlertFor("leila");
    seen.acknowledgedAt = testNow();
    say(desk, seen);
    EXPECT_TRUE(eventually([&] { return desk.server.closed == std::vector{shown.id}; }));
}

TEST_F(NotificationsTest, anAlertIsToldAgainWhenItsSnoozeEndsAndWhenItIsPassedOnToMe)
{
    Desk desk;
    Alert alert = anAlertFor("leila");
    say(desk, alert);
    ASSERT_TRUE(desk.showsOne());
    alert.snoozedUntil = testNow() + std::chrono::minutes{10};
    say(desk, alert);
    alert.snoozedUntil.reset();
    say(desk, alert);
    ASSERT_TRUE(eventually([&] { return desk.server.shown.size() == 2; }));
    alert.owner = {"mark"};
    say(desk, alert);
    alert.owner = {"leila"};
    alert.escalated = true;
    alert.ownerReason = "nobody acknowledged it in time; leads Fleet";
    say(desk, alert);
    ASSERT_TRUE(eventually([&] { return desk.server.shown.size() == 3; }));
    EXPECT_TRUE(desk.server.shown[2].body.contains(u"nobody acknowledged it in time"_s));
}

TEST_F(NotificationsTest, alertsOfOthersThoseHeldBackAndThoseWithoutTheWayAreNotTold)
{
    Desk desk;
    Alert listed = anAlertFor("leila", 1);
    listed.ways = {AlertWay::Webhook};
    Alert quiet = anAlertFor("leila", 2);
    quiet.heldBack = HeldBack::Quiet;
    Alert over = anAlertFor("leila", 4);
    over.endedAt = testNow();
    for (const Alert& alert : {listed, quiet, anAlertFor("mark", 3), anAlertFor("", 5), over})   // leila leads nobody
        say(desk, alert);
    desk.lookedAt = true;
    say(desk, anAlertFor("leila", 6));
    desk.lookedAt = false;
    say(desk, anAlertFor("leila", 6));   // seen in the window
    keepNoticeSettings(desk.state, {true, false});
    say(desk, anAlertFor("leila", 7));
    ASSERT_TRUE(desk.showsOne());   // had the others been sent, they would stand before it
    EXPECT_FALSE(desk.server.shown[0].hints.contains(u"sound-name"_s));
}

TEST_F(NotificationsTest, withoutAServiceTheWindowAsksForAttention)
{
    Desk desk;
    QDBusConnection(u"server"_s).unregisterService(u"org.freedesktop.Notifications"_s);
    desk.offer();
    EXPECT_TRUE(eventually([&] { return desk.attracted == std::vector{true}; }));
}

}
}
