#include "tests/support/studio_fixture.h"
#include "tests/support/ui_test.h"
#include "ui/policies/rooms/alerts_room.h"
#include "ui/policies/rooms/attributes_room.h"
#include "ui/policies/rooms/qualification_room.h"
#include "ui/policies/rooms/queues_room.h"
#include "ui/policies/rooms/schedules_room.h"
#include "ui/policies/rooms/score_chart.h"
#include "ui/policies/rooms/signals_room.h"
#include "ui/policies/rooms/tiers_room.h"
#include "ui/shared/inline_message.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

Rulebook aRulebookWithEverything()
{
    Rulebook rulebook;
    rulebook.attributes["custom.plan"] = {ValueType::String, "", "plan"};
    rulebook.schedules = {{{"office"},
                           "Office hours",
                           "Europe/Berlin",
                           {{{0, 1, 2, 3, 4}, 9 * 60, 12 * 60 + 30}, {{0, 1, 2, 3, 4}, 13 * 60 + 30, 18 * 60}},
                           {"2026-12-25"}}};
    rulebook.signals = {{{"prices"},
                         "Looked at prices",
                         {Comparison{"page.path", Operator::Starts, Value(std::string("/pricing"))}},
                         25,
                         30,
                         Score::Intent}};
    rulebook.qualification = {{{"seats"},
                               "Enough seats",
                               {Comparison{"custom.seats", Operator::Ge, Value(20.0)}},
                               true,
                               "How many seats do you need?"}};
    Tier now{{"P1"},
             "Act now",
             {Comparison{"intent_score", Operator::Ge, Value(70.0)}},
             {{"whatsapp", {{"intent_score", 60}}}},
             seconds{60},
             seconds{300}};
    Tier soon{{"P2"}, "Soon", {Comparison{"intent_score", Operator::Ge, Value(40.0)}}, {}, seconds{300}, seconds{0}};
    rulebook.tiers = {now, soon};
    Policy policy;
    policy.id = {"enterprise"};
    policy.name = "Enterprise";
    policy.when = {Comparison{"custom.plan", Operator::Eq, Value(std::string("enterprise"))}};
    policy.actions = {TransferToQueue{{"east", ""}}, SetTier{{"P1"}}};
    rulebook.policies = {policy};
    rulebook.alerts = {{{"hot"},
                        "Hot lead waits",
                        {Comparison{"conversation.waiting_seconds", Operator::Gt, Value(60.0)}},
                        {"owner"},
                        seconds{600},
                        {}}};
    Queue east;
    east.id = {"east"};
    east.name = "Enterprise East";
    east.skills = {{{"enterprise"}, 3}};
    east.schedule = {"office"};
    east.fallback = {"everyone"};
    east.relax = {{seconds{60}, 2, {Requirement::Language}}};
    Queue everyone;
    everyone.id = {"everyone"};
    everyone.name = "Everyone";
    rulebook.queues = {everyone, east};
    return rulebook;
}

template <class Room>
struct InRoom : StudioFixture {
    InRoom()
    {
        begin(aRulebookWithEverything());
        before = studio.draft.document();
        page = std::make_unique<Room>(room);
        page->resize(1208, 732);
        page->show();
        page->activateWindow();
        ready = QTest::qWaitForWindowActive(page.get());
    }
    template <class Widget>
    Widget* find(const QString& name) const
    {
        return page->template findChild<Widget*>(name);
    }
    void type(const QString& field, const QString& words) const
    {
        auto* const edit = find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, words);
    }
    // Everything undone is the document as it was, byte for byte.
    bool undoesAll()
    {
        while (studio.draft.undoStack().canUndo())
            studio.draft.undoStack().undo();
        return studio.draft.document() == before;
    }
    const Rulebook& rulebook() const { return studio.draft.rulebook(); }

    std::string before;
    std::unique_ptr<Room> page;
    bool ready = false;
};

}

class RoomsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tiersAreTypedInOneStepAndUndone()
    {
        InRoom<TiersRoom> tiers;
        tiers.type(u"tierName"_s, u"At once"_s);
        QCOMPARE(tiers.rulebook().tiers[0].name, "At once");
        QCOMPARE(tiers.studio.draft.undoStack().count(), 1);
        QCOMPARE(tiers.studio.draft.undoStack().undoText(), u"set the name of At onc"_s);
        tiers.find<QSpinBox>(u"tierTarget"_s)->setValue(90);
        QCOMPARE(tiers.rulebook().tiers[0].responseTarget, std::optional(seconds{90}));
        QVERIFY(tiers.undoesAll());
        QCOMPARE(tiers.find<QLineEdit>(u"tierName"_s)->text(), u"Act now"_s);
    }

    void aTierBeginsElsewhereWithTheArrowKeys()
    {
        InRoom<TiersRoom> tiers;
        auto* const chart = tiers.find<ScoreChart>(u"scoreChart"_s);
        SeenValues seen;
        seen.conversations = 100;
        seen.least = 0;
        seen.most = 100;
        seen.histogram = std::vector<std::int64_t>(16, 5);
        Q_EMIT tiers.analysis.valuesSeen(tiers.analysis.last(u"seen values"_s), seen);
        QCOMPARE(tiers.find<QLabel>(u"tierShares"_s)->text(), u"About 30 % of the conversations scored 70 or more."_s);
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Tab);
        QTest::keyClick(chart, Qt::Key_Left);
        QTest::keyClick(chart, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(tiers.rulebook().tiers[0].when, (Condition{Comparison{"intent_score", Operator::Ge, Value(59.0)}}));
        QVERIFY(tiers.undoesAll());
    }

    void aTierBeginsElsewhereWithTheMouse()
    {
        InRoom<TiersRoom> tiers;
        auto* const chart = tiers.find<ScoreChart>(u"scoreChart"_s);
        const int left = 10;
        const double scale = (chart->width() - 20) / 100.0;
        const auto at = [&](int score) { return QPoint(left + int(score * scale + 0.5), chart->height() / 2); };
        QTest::mousePress(chart, Qt::LeftButton, {}, at(40));
        QTest::mouseMove(chart, at(50));
        QTest::mouseRelease(chart, Qt::LeftButton, {}, at(50));
        QCOMPARE(tiers.rulebook().tiers[1].when, (Condition{Comparison{"intent_score", Operator::Ge, Value(50.0)}}));
        QCOMPARE(tiers.studio.draft.undoStack().count(), 1);
    }

    void aChannelHasItsOwnThreshold()
    {
        InRoom<TiersRoom> tiers;
        tiers.type(u"threshold0api"_s, u"55"_s);
        QCOMPARE(tiers.rulebook().tiers[0].thresholds.at("api").at("intent_score"), 55.0);
        auto* const whatsapp = tiers.find<QLineEdit>(u"threshold0whatsapp"_s);
        QCOMPARE(whatsapp->text(), u"60"_s);
        whatsapp->setFocus();
        whatsapp->selectAll();
        QTest::keyClick(whatsapp, Qt::Key_Delete);
        QVERIFY(!tiers.rulebook().tiers[0].thresholds.contains("whatsapp"));
        QVERIFY(tiers.undoesAll());
    }

    void whatIsUsedIsNotDeletedAndSaysWhere()
    {
        InRoom<TiersRoom> tiers;
        QTest::mouseClick(tiers.find<QPushButton>(u"tiersRemove"_s), Qt::LeftButton);
        QCOMPARE(tiers.rulebook().tiers.size(), 2u);
        QVERIFY(tiers.page->findChild<InlineMessage*>()->text().contains(u"policy Enterprise"_s));
        tiers.page->showEntry(u"P2"_s);
        QTest::mouseClick(tiers.find<QPushButton>(u"tiersRemove"_s), Qt::LeftButton);
        QCOMPARE(tiers.rulebook().tiers.size(), 1u);
        QVERIFY(tiers.undoesAll());
    }

    void entriesAreAddedDuplicatedAndMoved()
    {
        InRoom<TiersRoom> tiers;
        QTest::mouseClick(tiers.find<QPushButton>(u"tiersListAdd"_s), Qt::LeftButton);
        QCOMPARE(tiers.rulebook().tiers.size(), 3u);
        QCOMPARE(tiers.page->chosenId(), u"tier"_s);
        QTest::keyClick(tiers.page.get(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(tiers.rulebook().tiers[1].id.value, "tier");
        QTest::keyClick(tiers.page.get(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(tiers.rulebook().tiers[2].id.value, "tier2");
        QVERIFY(tiers.undoesAll());
    }

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
        auto* const notify = alerts.find<QPlainTextEdit>(u"alertNotify"_s);
        notify->setFocus();
        notify->moveCursor(QTextCursor::End);
        QTest::keyClick(notify, Qt::Key_Return);
        QTest::keyClicks(notify, u"leila"_s);
        QCOMPARE(alerts.rulebook().alerts[0].notify, (std::vector<std::string>{"owner", "leila"}));
        QVERIFY(alerts.undoesAll());
    }

    void attributesOfSignalboxStayAsTheyAre()
    {
        InRoom<AttributesRoom> attributes;
        attributes.page->showEntry(u"crm.deal_size"_s);
        QVERIFY(!attributes.find<QLineEdit>(u"attributeLabel"_s)->isEnabled());
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

    void hostileNamesAreShownAsTheyStand()
    {
        InRoom<TiersRoom> tiers;
        tiers.studio.draft.editRooms(
            u"rename"_s, [](Rulebook& rulebook) { rulebook.tiers[0].name = "<b>P1</b>\u202Eevil \U0001F600"; });
        QCOMPARE(tiers.find<QLineEdit>(u"tierName"_s)->text(), text(tiers.rulebook().tiers[0].name));
        QVERIFY(tiers.find<QListWidget>(u"tiersList"_s)->item(0)->text().startsWith(u"<b>P1</b>"_s));
    }

    void agentsReadAndDoNotWrite()
    {
        InRoom<TiersRoom> tiers;
        QVERIFY(tiers.find<QPushButton>(u"tiersListAdd"_s)->isEnabled());
        tiers.session.role = Role::Agent;
        TiersRoom read(tiers.room);
        QVERIFY(!read.findChild<QPushButton*>(u"tiersListAdd"_s)->isEnabled());
        QVERIFY(!read.findChild<QLineEdit*>(u"tierName"_s)->isEnabled());
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
