#include "tests/support/ui_test.h"
#include "tests/ui/policies/rooms_data.h"
#include "ui/policies/draft/rulebook_difference.h"
#include "ui/policies/draft/rulebook_merge.h"
#include "ui/policies/rooms/alerts_room.h"
#include "ui/policies/rooms/attributes_room.h"
#include "ui/policies/rooms/qualification_room.h"
#include "ui/policies/rooms/queues_room.h"
#include "ui/policies/rooms/schedules_room.h"
#include "ui/policies/rooms/signals_room.h"
#include "ui/policies/rooms/tiers_room.h"
#include "ui/shared/inline_message.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QUndoStack>
#include <QtTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

class RoomsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signalsSayHowTheyFadeAndHowOftenTheyAreSeen()
    {
        InRoom<SignalsRoom> signalsRoom;
        Q_EMIT signalsRoom.analysis.passRatesCounted(signalsRoom.analysis.last(u"pass rates"_s), {0.25}, 400);
        QCOMPARE(signalsRoom.find<QLabel>(u"signalShare"_s)->text(),
                 u"Holds in 25 % of 400 conversations of the last 7 days."_s);
        signalsRoom.find<QDoubleSpinBox>(u"signalWeight"_s)->setValue(40);
        QCOMPARE(signalsRoom.rulebook().signals[0].weight, 40.0);
        QVERIFY(signalsRoom.undoesAll());
        QCOMPARE(signalsRoom.find<QDoubleSpinBox>(u"signalWeight"_s)->value(), 25.0);
    }

    void criteriaHaveTheQuestionThatTheAiAsks()
    {
        InRoom<QualificationRoom> criteria;
        auto* const ask = criteria.find<QPlainTextEdit>(u"criterionAsk"_s);
        ask->setFocus();
        ask->selectAll();
        QTest::keyClicks(ask, u"How many people are you?"_s);
        QCOMPARE(criteria.rulebook().qualification[0].ask, "How many people are you?");
        QVERIFY(criteria.undoesAll());
    }

    void queuesRelaxInSteps()
    {
        InRoom<QueuesRoom> queues;
        queues.page->showEntry(u"east"_s);
        QTest::mouseClick(queues.find<QPushButton>(u"addRelaxStep"_s), Qt::LeftButton);
        QCOMPARE(queues.rulebook().queues[1].relax.size(), 2u);
        QCOMPARE(queues.rulebook().queues[1].relax[1].after, seconds{120});
        QCOMPARE(queues.rulebook().queues[1].relax[1].skillLevel, 1);
        queues.find<QSpinBox>(u"relaxAfter1"_s)->setValue(180);
        QCOMPARE(queues.rulebook().queues[1].relax[1].after, seconds{180});
        QTest::mouseClick(queues.page->findChild<QAbstractButton*>(u"removeRelaxStep0"_s), Qt::LeftButton);
        QCOMPARE(queues.rulebook().queues[1].relax.size(), 1u);
        QVERIFY(queues.undoesAll());
    }

    void aQueueFallsBackOnlyToAnother()
    {
        InRoom<QueuesRoom> queues;
        queues.page->showEntry(u"east"_s);
        const auto* const fallback = queues.find<QComboBox>(u"queueFallback"_s);
        QCOMPARE(fallback->findData(u"east"_s), -1);
        QCOMPARE(fallback->currentData().toString(), u"everyone"_s);
    }

    void alertsTellWhomTheySay()
    {
        InRoom<AlertsRoom> alerts;
        QWidget* const notify = alerts.find<QWidget>(u"alertNotify"_s)->focusProxy();
        notify->setFocus();
        QTest::keyClicks(notify, u"on_call"_s);
        QTest::keyClick(notify, Qt::Key_Return);   // the suggestions are listed
        QCOMPARE(alerts.rulebook().alerts[0].notify, (std::vector<std::string>{"owner", "on_call"}));
        QTest::keyClick(notify, Qt::Key_Backspace);
        QCOMPARE(alerts.rulebook().alerts[0].notify, (std::vector<std::string>{"owner"}));
        QVERIFY(alerts.undoesAll());
    }

    void alertsTakeTimesAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<int>("kept");
        QTest::addColumn<QString>("shown");
        QTest::addRow("minutes") << u"10 min"_s << 600 << u"10 min"_s;
        QTest::addRow("seconds that are minutes") << u"120 s"_s << 120 << u"2 min"_s;
        QTest::addRow("an hour in a letter") << u"1h"_s << 3600 << u"1 h"_s;
        QTest::addRow("days") << u"3 days"_s << 259200 << u"3 days"_s;
        QTest::addRow("no unit: seconds, as nothing was set") << u"45"_s << 45 << u"45 s"_s;
        QTest::addRow("no time") << u"soon"_s << 0 << u"At once"_s;
    }
    void alertsTakeTimesAsPeopleWriteThem()
    {
        QFETCH(QString, written);
        InRoom<AlertsRoom> alerts;
        auto* const hold = alerts.find<QSpinBox>(u"alertHold"_s);
        hold->setFocus();
        hold->selectAll();
        QTest::keyClicks(hold, written);
        QTest::keyClick(hold, Qt::Key_Return);
        QTEST(int(alerts.rulebook().alerts[0].hold.count()), "kept");
        QTEST(hold->text(), "shown");
        QVERIFY(alerts.undoesAll());
        QCOMPARE(hold->text(), u"At once"_s);
    }

    void everythingAboutAnAlertIsEdited()
    {
        InRoom<AlertsRoom> alerts;
        QTest::mouseClick(alerts.find<QPushButton>(u"alertsDuplicate"_s), Qt::LeftButton);
        const QString copy = alerts.page->chosenId();
        const auto edited = [&]() -> const AlertTrigger& { return alerts.rulebook().alerts[1]; };
        alerts.find<QCheckBox>(u"alertWaysdesktop"_s)->click();
        alerts.find<QCheckBox>(u"alertWaysemail"_s)->click();
        QCOMPARE(edited().ways, (std::vector<AlertWay>{AlertWay::Desktop, AlertWay::Email}));
        alerts.find<QCheckBox>(u"alertSilencedByhot"_s)->click();
        QCOMPARE(edited().silencedBy, (std::vector<AlertId>{{"hot"}}));
        auto* const quiet = alerts.find<QComboBox>(u"alertQuiet"_s);
        quiet->setFocus();
        QTest::keyClick(quiet, Qt::Key_Down);
        QCOMPARE(edited().quiet.value, "office");
        alerts.find<QSpinBox>(u"alertBudget"_s)->setValue(6);
        alerts.find<QSpinBox>(u"alertGroup"_s)->setValue(300);
        alerts.find<QSpinBox>(u"alertEscalateAfter"_s)->setValue(120);
        QWidget* const to = alerts.find<QWidget>(u"alertEscalateTo"_s)->focusProxy();
        to->setFocus();
        QTest::keyClicks(to, u"lead,"_s);
        auto* const margin = alerts.find<QLineEdit>(u"alertMargin0"_s);
        margin->setFocus();
        QTest::keyClicks(margin, u"0:15"_s);
        QCOMPARE(edited().budgetPerHour, 6);
        QCOMPARE(edited().group, seconds{300});
        QCOMPARE(edited().escalateAfter, seconds{120});
        QCOMPARE(edited().escalateTo, (std::vector<std::string>{"lead"}));
        QCOMPARE(edited().margins, (std::map<std::string, double>{{"conversation.waiting_seconds", 15}}));
        QCOMPARE(alerts.studio.draft.undoStack().undoText(), u"set the margins of Hot lead waits (copy)"_s);
        const Rulebook after = alerts.rulebook();
        QCOMPARE(readRulebook(writeRulebook(after)).value(), after);   // as it is saved and published
        QTest::mouseClick(alerts.find<QPushButton>(u"alertsRemove"_s), Qt::LeftButton);   // nothing uses the copy
        alerts.page->showEntry(u"hot"_s);
        QCOMPARE(alerts.rulebook().alerts.size(), 1u);
        QVERIFY(!alerts.find<QCheckBox>(u"alertWaysdesktop"_s)->isChecked());
        QVERIFY(alerts.undoesAll());
    }

    void whatAnAlertNeedsIsNotDeleted()
    {
        InRoom<AlertsRoom> alerts;
        QTest::mouseClick(alerts.find<QPushButton>(u"alertsDuplicate"_s), Qt::LeftButton);
        alerts.find<QCheckBox>(u"alertSilencedByhot"_s)->click();
        alerts.page->showEntry(u"hot"_s);
        QTest::mouseClick(alerts.find<QPushButton>(u"alertsRemove"_s), Qt::LeftButton);
        QCOMPARE(alerts.rulebook().alerts.size(), 2u);
        QVERIFY(alerts.page->findChild<InlineMessage*>()->text().contains(u"alert Hot lead waits (copy)"_s));
    }

    void differencesOfAlertsSayWhatChanged()
    {
        const Rulebook before = aRulebookWithEverything();
        Rulebook after = before;
        AlertTrigger& alert = after.alerts[0];
        alert.hold = seconds{30};
        alert.ways = {AlertWay::Desktop, AlertWay::Email};
        alert.quiet = {"office"};
        alert.budgetPerHour = 6;
        alert.escalateAfter = seconds{120};
        alert.escalateTo = {"on_call"};
        const std::vector<RulebookDifference> found = differencesBetween(before, after);
        QCOMPARE(found.size(), 1u);
        QStringList changed;
        for (const auto& field : found[0].fields)
            changed << u"%1: %2 → %3"_s.arg(field.name, field.before, field.after);
        QCOMPARE(changed,
                 (QStringList{u"Held for:  → 30 seconds"_s, u"Told by:  → desktop notification, e-mail"_s,
                              u"Quiet during:  → Office hours"_s, u"Most in an hour:  → 6"_s,
                              u"Escalates after:  → 2 minutes"_s, u"Escalates to:  → on_call"_s}));
    }

    void twoPeopleWhoChangeAnAlertAreTold()
    {
        const Rulebook base = aRulebookWithEverything();
        Rulebook mine = base;
        Rulebook theirs = base;
        mine.alerts[0].hold = seconds{30};
        theirs.alerts[0].quiet = {"office"};
        std::vector<std::string> conflicts;
        QCOMPARE(mergeRulebooks(base, mine, theirs, conflicts).alerts[0].hold, seconds{30});
        QCOMPARE(conflicts, (std::vector<std::string>{"hot"}));
    }

    void attributesOfSignalboxStayAsTheyAre()
    {
        InRoom<AttributesRoom> attributes;
        attributes.page->showEntry(u"crm.deal_size"_s);
        QVERIFY(!attributes.find<QLineEdit>(u"attributeLabel"_s)->isEnabled());
        QTest::mouseClick(attributes.find<QPushButton>(u"attributesRemove"_s), Qt::LeftButton);
        QVERIFY(attributes.page->findChild<InlineMessage*>()->text().contains(u"It cannot be deleted."_s));
        QVERIFY(!attributes.studio.draft.undoStack().canUndo());
        attributes.page->showEntry(u"custom.plan"_s);
        attributes.type(u"attributeLabel"_s, u"contract"_s);
        QCOMPARE(attributes.rulebook().attributes.at("custom.plan").label, "contract");
        attributes.type(u"attributeName"_s, u"custom.contract"_s);
        QTest::keyClick(attributes.find<QLineEdit>(u"attributeName"_s), Qt::Key_Return);
        QVERIFY(attributes.rulebook().attributes.contains("custom.plan"));   // a policy looks at it
        QVERIFY(attributes.undoesAll());
    }

    void newAttributesAreNamedAndRenamed()
    {
        InRoom<AttributesRoom> attributes;
        QTest::mouseClick(attributes.find<QPushButton>(u"attributesListAdd"_s), Qt::LeftButton);
        QCOMPARE(attributes.page->chosenId(), u"custom.attribute"_s);
        attributes.type(u"attributeName"_s, u"custom.renewal"_s);
        QTest::keyClick(attributes.find<QLineEdit>(u"attributeName"_s), Qt::Key_Return);
        QCOMPARE(attributes.page->chosenId(), u"custom.renewal"_s);
        QVERIFY(attributes.undoesAll());
    }

    void lookAsTheyShould()
    {
        const auto picture = [](auto& in, const QString& name) { keepPictures(*in.page, in.theme, name); };
        InRoom<TiersRoom> tiers;
        SeenValues seen;
        seen.conversations = 400;
        seen.least = 0;
        seen.most = 100;
        seen.histogram = {90, 60, 44, 30, 24, 26, 20, 18, 22, 16, 14, 12, 10, 8, 4, 2};
        Q_EMIT tiers.analysis.valuesSeen(tiers.analysis.last(u"seen values"_s), seen);
        picture(tiers, u"studio-tiers"_s);
        InRoom<SignalsRoom> signalsRoom;
        picture(signalsRoom, u"studio-signals"_s);
        InRoom<QualificationRoom> criteria;
        picture(criteria, u"studio-qualification"_s);
        InRoom<SchedulesRoom> schedules;
        picture(schedules, u"studio-schedules"_s);
        InRoom<QueuesRoom> queues;
        queues.page->showEntry(u"east"_s);
        picture(queues, u"studio-queues"_s);
        InRoom<AlertsRoom> alerts;
        picture(alerts, u"studio-alerts"_s);
        InRoom<AttributesRoom> attributes;
        attributes.page->showEntry(u"custom.plan"_s);
        picture(attributes, u"studio-attributes"_s);
    }
};

SIGNALBOX_UI_TEST(RoomsTest)
#include "tst_rooms.moc"
