#include "tests/support/page_fixture.h"
#include "tests/support/ui_test.h"
#include "tests/ui/alerts/alert_data.h"
#include "ui/alerts/alert_desk.h"
#include "ui/alerts/alert_list_model.h"
#include "ui/window/key_groups.h"

#include <QAbstractItemModelTester>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace signalbox::test {

class AlertCentreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theListStaysAModelThroughAllThatHappens()
    {
        OpenAlerts open;
        AlertDesk desk(open.context);
        AlertListModel alerts(open.context, desk);
        QAbstractItemModelTester tester(&alerts, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(alerts.rowCount(), 5);
        open.tell({anAlert(17, "4806", "hugo")});
        QCOMPARE(alerts.rowOf(17), 3);
        open.change(12, [](Alert& alert) { alert.owner = {"ines"}; });   // handed on: to the other part of the list
        QCOMPARE(alerts.rowOf(12), 3);
        QCOMPARE(alerts.mine(), 4);
        open.change(16, [](Alert& alert) { alert.endedAt = testNow(); });
        QCOMPARE(alerts.rowOf(16), -1);
        open.session.agent = AgentId{"hugo"};
        open.session.role = Role::Agent;
        Q_EMIT open.model.sessionChanged();
        QCOMPARE(alerts.rowCount(), 2);   // an agent sees what is theirs
    }

    void theBellCountsWhatWaitsAndOpensMineFirst()
    {
        OpenAlerts open;
        QCOMPARE(open.find<QWidget>("bell")->accessibleName(), u"Alerts, 2 for you"_s);
        open.openByBell();
        QVERIFY(open.centre()->isVisible());
        QCOMPARE(QApplication::focusWidget(), open.list());
        QCOMPARE(open.find<QLabel>("alertsCount")->text(), u"5 open, 2 waiting for you"_s);
        QCOMPARE(open.list()->currentIndex().row(), 1);   // the newest that waits; nobody was told of the one above
        QVERIFY2(open.said(0).contains(u"Yours: leads Fleet"_s) && open.said(0).contains(u"Not told: quiet hours"_s),
                 qPrintable(open.said(0)));
        QVERIFY2(open.said(2).contains(u"Escalated"_s), qPrintable(open.said(2)));
        QVERIFY2(open.said(4).contains(u"Snoozed until 11:13"_s), qPrintable(open.said(4)));
        QVERIFY2(open.said(4).contains(u"has the conversation"_s), qPrintable(open.said(4)));
        QTest::mouseClick(open.find<QWidget>("bell"), Qt::LeftButton);
        QVERIFY(!open.centre()->isVisible());
    }

    void escapeClosesItAndTheKeyboardGoesBack()
    {
        OpenAlerts open;
        QWidget* before = open.find<QListView>("queuesList");
        before->setFocus();
        QTest::keyClick(before, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(QTest::qWaitForWindowActive(open.centre()));
        open.press(Qt::Key_Escape);
        QVERIFY(!open.centre()->isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), before);
    }

    void itsKeysDoWhatTheySay()
    {
        OpenAlerts open;
        open.openByBell();
        open.press(Qt::Key_A);
        QCOMPARE(open.port.sent<AcknowledgeAlert>().at(0).alert, 15);
        open.change(15, [](Alert& alert) {
            alert.acknowledgedAt = testNow();
            alert.acknowledgedBy = {"ines"};
        });
        QCOMPARE(open.find<QWidget>("bell")->accessibleName(), u"Alerts, 1 for you"_s);
        QVERIFY(!open.find<QPushButton>("acknowledgeAlertButton")->isEnabled());
        QVERIFY2(open.said(1).contains(u"You acknowledged it"_s), qPrintable(open.said(1)));
        open.press(Qt::Key_A);
        QCOMPARE(open.port.sent<AcknowledgeAlert>().size(), 1u);
        open.press(Qt::Key_R);
        QCOMPARE(open.port.sent<ResolveAlert>().at(0).alert, 15);
        open.change(15, [](Alert& alert) { alert.endedAt = testNow(); });
        QCOMPARE(open.list()->model()->rowCount(), 4);
        QVERIFY(open.list()->currentIndex().isValid());
        open.list()->setCurrentIndex(open.list()->model()->index(1, 0));
        open.press(Qt::Key_Return);
        QVERIFY(!open.centre()->isVisible());
        QCOMPARE(open.window.shown(), Place::Work);
        QCOMPARE(open.port.detailsAsked.back().value, "4803");
    }

    void snoozingOffersFourTimes()
    {
        OpenAlerts open;
        open.openByBell();
        open.press(Qt::Key_S);
        auto* menu = open.find<QMenu>("snoozeMenu");
        QVERIFY(menu && menu->isVisible());
        QCOMPARE(menu->actions().size(), 4);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(open.port.sent<SnoozeAlert>().at(0).until, testNow() + 30min);
        QVERIFY(open.centre()->isVisible());
        open.click("snoozeAlertButton");
        QTRY_VERIFY(open.find<QMenu>("snoozeMenu"));
        open.find<QMenu>("snoozeMenu")->actions().constLast()->trigger();
        QCOMPARE(open.port.sent<SnoozeAlert>().at(1).until,
                 Instant(std::chrono::sys_days(2026y / std::chrono::June / 10) + 9h));
    }

    void handsOnToAPersonByAFewLetters()
    {
        OpenAlerts open;
        open.openByBell();
        open.press(Qt::Key_H);
        auto* asked = open.find<QDialog>("handOnDialog");
        QVERIFY(asked && asked->isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), asked->findChild<QLineEdit*>(u"targetWords"_s));
        QVERIFY(open.centre()->isVisible());
        auto* people = asked->findChild<QListWidget*>(u"targetList"_s);
        QVERIFY(people->findItems(u"Ines Carvalhal"_s, Qt::MatchExactly).isEmpty());   // has it
        QTest::keyClicks(asked->findChild<QLineEdit*>(u"targetWords"_s), u"hugo"_s);
        QCOMPARE(people->count(), 1);
        QTest::keyClick(asked->findChild<QLineEdit*>(u"targetWords"_s), Qt::Key_Return);
        QCOMPARE(open.port.sent<HandOnAlert>().at(0).to.value, "hugo");
        Q_EMIT open.port.done(open.port.submitted.back().ticket);
        QTRY_VERIFY(!asked || !asked->isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), open.list());
    }

    void labelsAreGivenWithAReasonAndTakenBack()
    {
        OpenAlerts open;
        open.openByBell();
        open.press(Qt::Key_F);
        Label given = open.port.sent<GiveLabel>().at(0).label;
        QCOMPARE(given.alert, 15);
        QCOMPARE(given.conversation.value, "4802");
        QVERIFY(given.verdict == Verdict::False && given.by == AgentId{"ines"} && given.trigger == AlertId{"hot"});
        const auto answer = [&](const Label& label) {
            ChangeSet changes;
            changes.labels = {label};
            Q_EMIT open.port.changed(changes);
        };
        answer(given);
        QVERIFY(open.find<QPushButton>("alertFalseButton")->isChecked());
        QVERIFY2(open.said(1).contains(u"Your label: false"_s), qPrintable(open.said(1)));
        auto* reason = open.find<QLineEdit>("alertReason");
        reason->setFocus();
        QTest::keyClicks(reason, u"A student asked"_s);   // its letters are no commands
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(open.port.sent<GiveLabel>().size(), 2u);
        given = open.port.sent<GiveLabel>().at(1).label;
        QCOMPARE(given.reason, "A student asked");
        answer(given);
        open.click("alertTrueButton");
        QVERIFY(open.port.sent<GiveLabel>().at(2).label.verdict == Verdict::True);
        QVERIFY(!open.find<QPushButton>("alertTrueButton")->isChecked());   // not before the router took it
        open.list()->setFocus();
        open.press(Qt::Key_F);
        QVERIFY(!open.port.sent<GiveLabel>().at(3).label.verdict);
    }

    void aRefusalIsSaidThere()
    {
        OpenAlerts open;
        open.openByBell();
        open.press(Qt::Key_R);
        Q_EMIT open.port.refused(open.port.submitted.back().ticket, u"This alert is over."_s);
        auto* refusal = open.find<QWidget>("alertRefusal");
        QVERIFY(refusal->isVisible());
    }

    void aReminderIsOnlyDismissed()
    {
        OpenAlerts open;
        Alert reminder = anAlert(20, "4806", "ines", 5s);
        reminder.trigger = {std::string(reminderAlert)};
        reminder.text = "Follow up with Visitor: call about the pilot.";
        reminder.endedAt = testNow();
        open.tell({reminder});
        open.openByBell();
        QCOMPARE(open.list()->currentIndex().row(), 0);
        QVERIFY2(open.said(0).contains(u"call about the pilot"_s), qPrintable(open.said(0)));
        QCOMPARE(open.find<QPushButton>("acknowledgeAlertButton")->text(), u"Dismiss"_s);
        QVERIFY(!open.find<QPushButton>("snoozeAlertButton")->isEnabled());
        open.press(Qt::Key_A);
        QVERIFY(open.port.sent<AcknowledgeAlert>().empty());
        QCOMPARE(open.list()->model()->rowCount(), 5);
    }

    void theMenuDoesItWithTheNewest()
    {
        OpenAlerts open;
        open.find<QAction>("acknowledgeAlertNewest")->trigger();
        QVERIFY(open.centre()->isVisible());
        QCOMPARE(open.port.sent<AcknowledgeAlert>().at(0).alert, 15);
    }

    void withNoAlertsItSaysSoAndKeepsTheKeyboard()
    {
        OpenAlerts open;
        open.openByBell();
        ChangeSet over;
        over.alerts = open.model.alerts();
        for (Alert& alert : over.alerts)
            alert.endedAt = testNow();
        Q_EMIT open.port.changed(over);
        QVERIFY(!open.list()->isVisible());
        QCOMPARE(QApplication::focusWidget(), open.find<QWidget>("closeAlerts"));
        open.find<QAction>("resolveAlertNewest")->trigger();
        QVERIFY(open.port.sent<ResolveAlert>().empty());
        QCOMPARE(open.find<QWidget>("bell")->accessibleName(), u"Alerts, none for you"_s);
    }

    void theKeysSheetListsThem()
    {
        OpenAlerts open;
        const KeyGroup group = keysOfPage(u"In the alerts"_s, *open.centre(), *open.window.findChild<QMenuBar*>(), {});
        QStringList keys;
        for (const KeyLine& line : group.lines)
            keys << line.keys;
        QCOMPARE(keys, (QStringList{u"Return"_s, u"A"_s, u"S"_s, u"H"_s, u"R"_s, u"T"_s, u"F"_s, u"U"_s}));
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("SIGNALBOX_SCREENSHOTS");
        if (folder.isEmpty())
            QSKIP("SIGNALBOX_SCREENSHOTS does not name a folder");
        for (const bool dark : {false, true})
            for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
                OpenAlerts open;
                open.theme.setScheme(dark ? Theme::Scheme::Dark : Theme::Scheme::Light);
                open.theme.applyTo(*qApp);
                open.window.resize(size);
                QCoreApplication::processEvents();
                open.openByBell();
                QCoreApplication::processEvents();
                QPixmap picture = open.window.grab();   // the panel is a window of its own
                QPainter(&picture).drawPixmap(open.window.mapFromGlobal(open.centre()->pos()), open.centre()->grab());
                picture.save(
                    u"%1/desk-alerts-%2-%3.png"_s.arg(folder, dark ? u"dark"_s : u"light"_s).arg(size.width()));
            }
    }
};

SIGNALBOX_UI_TEST(AlertCentreTest)

}

#include "tst_alert_centre.moc"
