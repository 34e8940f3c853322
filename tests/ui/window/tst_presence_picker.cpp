#include "tests/support/open_window.h"
#include "tests/support/page_fixture.h"
#include "tests/support/ui_test.h"
#include "ui/window/presence_picker.h"

#include <QMenu>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace signalbox::test {

namespace {

struct AtTheDesk : OpenWindow {
    AtTheDesk()
    {
        ChangeSet settings;
        settings.deskSettings = DeskSettings{3, 60s, {{"lunch", "Lunch & nap", Presence::OnBreak}}, {}};
        Q_EMIT port.changed(settings);
    }
    PresencePicker* picker() { return find<PresencePicker>("presencePicker"); }
    QMenu* menu()
    {
        QTest::mouseClick(picker(), Qt::LeftButton);
        return picker()->findChild<QMenu*>(u"presenceMenu"_s);
    }
    static QStringList words(const QMenu& menu)
    {
        QStringList all;
        for (const QAction* action : menu.actions())
            if (!action->isSeparator())
                all << action->text();
        return all;
    }
};

}

class PresencePickerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offersEveryStateOwnOnesToo()
    {
        AtTheDesk desk;
        QMenu* menu = desk.menu();
        const QStringList words = AtTheDesk::words(*menu);
        QCOMPARE(words.mid(0, 5), (QStringList{u"Online"_s, u"Away"_s, u"Break"_s, u"Lunch && nap"_s, u"Offline"_s}));
        QVERIFY(menu->actions().first()->isChecked());
        menu->findChild<QAction*>(u"presence-lunch"_s)->trigger();
        const auto sent = desk.port.sent<SetPresence>();
        QCOMPARE(sent.size(), 1u);
        QCOMPARE(sent.front().state, std::string("lunch"));
        QCOMPARE(sent.front().presence, Presence::OnBreak);
        QVERIFY(sent.front().by.empty());
        menu->close();
    }

    void anOwnStateShowsByItsName()
    {
        AtTheDesk desk;
        desk.changeAgent("ines", [](AgentOnScreen& me) {
            me.presence = Presence::OnBreak;
            me.presenceState = "lunch";
        });
        QCOMPARE(desk.picker()->text(), u"Lunch && nap"_s);
        QCOMPARE(desk.picker()->accessibleName(), u"Presence: Lunch & nap 31 min"_s);
    }

    void wrapUpShowsItsTimeAndTheWayBack()
    {
        AtTheDesk desk;
        desk.changeAgent("ines", [](AgentOnScreen& me) {
            me.presence = Presence::Away;
            me.presenceUntil = testNow() + 42s;
        });
        QCOMPARE(desk.picker()->text(), u"Wrap-up, 0:42 left"_s);
        desk.now += 10s;
        QTRY_COMPARE(desk.picker()->text(), u"Wrap-up, 0:32 left"_s);
        QMenu* menu = desk.menu();
        menu->findChild<QAction*>(u"presenceBack"_s)->trigger();
        QCOMPARE(desk.port.sent<SetPresence>().front().presence, Presence::Online);
        menu->close();
    }

    void whoWasSetAwayReadsWhyAndGoesBackOnline()
    {
        AtTheDesk desk;
        desk.changeAgent("ines", [](AgentOnScreen& me) {
            me.presence = Presence::Away;
            me.presenceReason = "3 offers missed";
        });
        QMenu* menu = desk.menu();
        QCOMPARE(menu->findChild<QAction*>(u"presenceReason"_s)->text(), u"Away 31 min: 3 offers missed"_s);
        QCOMPARE(menu->findChild<QAction*>(u"presenceBack"_s)->text(), u"Back online"_s);
        menu->findChild<QAction*>(u"presenceBack"_s)->trigger();
        QCOMPARE(desk.port.sent<SetPresence>().front().presence, Presence::Online);
        menu->close();
    }

    void saysWhatIsHeldByChannel()
    {
        AtTheDesk desk;
        desk.changeAgent("ines", [](AgentOnScreen& me) {
            me.placesUsed = 1.5;
            me.agent.channelWeights["whatsapp"] = 0.5;
        });
        ChangeSet changes;
        changes.conversations
            = {aConversation("1").ownedBy("ines"), aConversation("2").ownedBy("ines").on(Channel::WhatsApp)};
        Q_EMIT desk.port.changed(changes);
        QMenu* menu = desk.menu();
        QCOMPARE(AtTheDesk::words(*menu).mid(5),
                 (QStringList{u"1.5 of 3 places taken"_s, u"Website: 1 conversation, places 1"_s,
                              u"WhatsApp: 1 conversation, places 0.5"_s}));
        keepPictures(*menu, desk.theme, u"presence-menu"_s);
        menu->close();
    }
};

SIGNALBOX_UI_TEST(PresencePickerTest)

}

#include "tst_presence_picker.moc"
