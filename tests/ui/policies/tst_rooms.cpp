#include "tests/support/ui_test.h"
#include "tests/ui/policies/rooms_data.h"
#include "ui/policies/rooms/alerts_room.h"
#include "ui/policies/rooms/attributes_room.h"
#include "ui/policies/rooms/qualification_room.h"
#include "ui/policies/rooms/queues_room.h"
#include "ui/policies/rooms/schedules_room.h"
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
