#include "tests/support/ui_test.h"
#include "tests/ui/policies/rooms_data.h"
#include "ui/policies/rooms/score_chart.h"
#include "ui/policies/rooms/tiers_room.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TiersRoomTest : public QObject {
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
        QCOMPARE(tiers.page->chosenId(), u"T1"_s);
        QTest::keyClick(tiers.page.get(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(tiers.rulebook().tiers[1].id.value, "T1");
        QTest::keyClick(tiers.page.get(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(tiers.rulebook().tiers[2].id.value, "T2");
        QVERIFY(tiers.undoesAll());
    }

    void aTierSaysWhenThereIsNothingToCompareWith()
    {
        InRoom<TiersRoom> tiers;
        QCOMPARE(tiers.find<QLabel>(u"tierShares"_s)->text(), QString());
        Q_EMIT tiers.analysis.valuesSeen(tiers.analysis.last(u"seen values"_s), {});
        QCOMPARE(tiers.find<QLabel>(u"tierShares"_s)->text(),
                 u"No conversations in the last 7 days to compare with."_s);
    }

    void hostileNamesAreShownAsTheyStand()
    {
        InRoom<TiersRoom> tiers;
        tiers.studio.draft.editRooms(
            u"rename"_s, [](Rulebook& rulebook) { rulebook.tiers[0].name = "<b>P1</b>\u202Eevil \U0001F600"; });
        QCOMPARE(tiers.find<QLineEdit>(u"tierName"_s)->text(), text(tiers.rulebook().tiers[0].name));
        QVERIFY(tiers.find<QListWidget>(u"tiersList"_s)->item(0)->text().startsWith(u"P1 <b>P1</b>"_s));
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
};

SIGNALBOX_UI_TEST(TiersRoomTest)
#include "tst_tiers_room.moc"
