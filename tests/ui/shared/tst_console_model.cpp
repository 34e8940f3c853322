#include "tests/support/page_fixture.h"
#include "tests/support/ui_test.h"
#include "ui/shared/console_model.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace signalbox::test {

namespace {

FollowUpOnScreen aFollowUp(const std::string& conversation, seconds in)
{
    FollowUpOnScreen made;
    made.conversation = ConversationId{conversation};
    made.due = testNow() + in;
    made.owner = "leila";
    return made;
}

QStringList conversationsOf(const std::vector<FollowUpOnScreen>& followUps)
{
    QStringList ids;
    for (const FollowUpOnScreen& followUp : followUps)
        ids.append(QString::fromStdString(followUp.conversation.value));
    return ids;
}

}

class ConsoleModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followUpsStandInTheOrderOfTheirTimes()
    {
        PageFixture fixture;
        ChangeSet changes;
        changes.followUps = {aFollowUp("7", 2h), aFollowUp("8", 1h)};
        Q_EMIT fixture.port.changed(changes);
        QCOMPARE(conversationsOf(fixture.model.followUps()), (QStringList{u"8"_s, u"7"_s}));
    }

    void aFollowUpThatEndedLeavesAndOneMovedIsAnother()
    {
        PageFixture fixture;
        ChangeSet set;
        set.followUps = {aFollowUp("7", 1h), aFollowUp("8", 2h)};
        Q_EMIT fixture.port.changed(set);
        ChangeSet moved;
        moved.followUps = {aFollowUp("7", 1h), aFollowUp("7", 3h)};
        moved.followUps.front().endedAt = testNow();
        Q_EMIT fixture.port.changed(moved);
        QCOMPARE(conversationsOf(fixture.model.followUps()), (QStringList{u"8"_s, u"7"_s}));
        QCOMPARE(fixture.model.followUps().back().due, testNow() + 3h);
    }

    void aReminderChangesItsFollowUpInPlace()
    {
        PageFixture fixture;
        ChangeSet set;
        set.followUps = {aFollowUp("7", 1h)};
        Q_EMIT fixture.port.changed(set);
        set.followUps.front().reminded = true;
        Q_EMIT fixture.port.changed(set);
        QCOMPARE(fixture.model.followUps().size(), 1u);
        QVERIFY(fixture.model.followUps().front().reminded);
    }

    void saysWhoLooksAtAConversationUntilTheyLookAway()
    {
        PageFixture fixture;
        ChangeSet changes;
        changes.looking = std::vector<Looking>{{AgentId{"mark"}, ConversationId{"7"}, true, testNow()},
                                               {AgentId{"leila"}, ConversationId{"8"}, false, testNow()},
                                               {AgentId{"ines"}, ConversationId{"7"}, false, testNow()}};
        Q_EMIT fixture.port.changed(changes);
        const std::vector<Looking> there = fixture.model.looking(ConversationId{"7"});
        QCOMPARE(there.size(), 2u);
        QCOMPARE(there.front().agent, AgentId{"ines"});
        QVERIFY(there.back().typing);
        Q_EMIT fixture.port.changed({});
        QCOMPARE(fixture.model.looking(ConversationId{"7"}).size(), 2u);
        changes.looking = std::vector<Looking>{};
        Q_EMIT fixture.port.changed(changes);
        QVERIFY(fixture.model.looking(ConversationId{"7"}).empty());
    }

    void keepsTheSettingsOfTheDesk()
    {
        PageFixture fixture;
        ChangeSet changes;
        changes.deskSettings = DeskSettings{5, 90s, {{"lunch", "Lunch", Presence::OnBreak}}, {}};
        Q_EMIT fixture.port.changed(changes);
        Q_EMIT fixture.port.changed({});
        QCOMPARE(fixture.model.deskSettings(), *changes.deskSettings);
    }

    void whatWasErasedIsNowhereAnyMore()
    {
        PageFixture fixture;
        ChangeSet changes;
        changes.conversations = {aConversation("7").waiting("sales", 5s), aConversation("8").waiting("sales", 9s)};
        changes.offersMade = {anOffer("o1", "7", "leila")};
        changes.alerts = {{41, AlertId{"hot"}, ConversationId{"7"}, "Hot lead waits", testNow()}};
        changes.followUps = {aFollowUp("7", 1h)};
        changes.visitorTyping = {{ConversationId{"7"}, testNow() + 5s}};
        changes.looking = std::vector<Looking>{{AgentId{"mark"}, ConversationId{"7"}, false, testNow()}};
        Q_EMIT fixture.port.changed(changes);
        QSignalSpy alerts(&fixture.model, &ConsoleModel::alertsChanged);
        ChangeSet erasing;
        erasing.erased = {ConversationId{"7"}};
        Q_EMIT fixture.port.changed(erasing);
        const ConversationId gone{"7"};
        QVERIFY(!fixture.model.conversation(gone));
        QVERIFY(fixture.model.conversation(ConversationId{"8"}));
        QVERIFY(!fixture.model.offerFor(gone));
        QVERIFY(fixture.model.alerts().empty());
        QCOMPARE(alerts.size(), 1);
        QVERIFY(fixture.model.followUps().empty());
        QVERIFY(!fixture.model.visitorTypingUntil(gone));
        QVERIFY(fixture.model.looking(gone).empty());
    }
};

SIGNALBOX_UI_TEST(ConsoleModelTest)

}

#include "tst_console_model.moc"
