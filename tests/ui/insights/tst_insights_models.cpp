#include "tests/support/ui_test.h"
#include "tests/ui/insights/insights_data.h"
#include "ui/insights/confusion_model.h"
#include "ui/insights/figures_state.h"
#include "ui/insights/parts_model.h"
#include "ui/insights/parts_sorter.h"
#include "ui/insights/period_choice.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

NamedLine part(const char* name, std::optional<double> value, std::int64_t of)
{
    NamedLine made;
    made.name = QString::fromUtf8(name);
    made.line.value = value;
    made.line.of = of;
    made.line.notJudged = 0.25;
    if (value) {
        made.line.low = *value - 0.1;
        made.line.high = *value + 0.1;
    } else {
        made.line.why = "Of only 3 is the true tier known; it takes 5.";
    }
    return made;
}

}

class InsightsModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partsAreNumbersWithDashesThatSayWhy()
    {
        PartsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(FigureSubject::Accuracy, u"Channel"_s, {part("Website", 0.82, 1234), part("WhatsApp", {}, 3)});
        const auto words = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(words(0, PartsModel::ValueColumn), u"82 %"_s);
        QCOMPARE(words(0, PartsModel::IntervalColumn), u"72 to 92 %"_s);
        QCOMPARE(words(0, PartsModel::CountColumn), u"1,234"_s);
        QCOMPARE(words(0, PartsModel::NotJudgedColumn), u"25 %"_s);
        QCOMPARE(words(0, PartsModel::NoteColumn), QString());
        QCOMPARE(words(1, PartsModel::ValueColumn), u"—"_s);
        QCOMPARE(words(1, PartsModel::NoteColumn), u"Of only 3 is the true tier known; it takes 5."_s);
        QVERIFY(model.index(0, PartsModel::CountColumn).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
        QCOMPARE(model.headerData(PartsModel::ValueColumn, Qt::Horizontal).toString(), u"Accuracy"_s);
        model.show(FigureSubject::Response, u"Queue"_s, {});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.headerData(PartsModel::ValueColumn, Qt::Horizontal).toString(), u"Median"_s);
    }

    void whatHasNoNumberComesLastEitherWay()
    {
        PartsModel model;
        PartsSorter sorter;
        sorter.setSourceModel(&model);
        QAbstractItemModelTester tester(&sorter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(FigureSubject::Accuracy, u"Agent"_s,
                   {part("b", 0.5, 10), part("c", {}, 2), part("a", 0.9, 100), part("d", 0.7, 9)});
        const auto names = [&] {
            QString all;
            for (int row = 0; row < sorter.rowCount(); ++row)
                all += sorter.index(row, PartsModel::NameColumn).data().toString();
            return all;
        };
        QCOMPARE(names(), u"bcad"_s);
        sorter.sort(PartsModel::ValueColumn, Qt::AscendingOrder);
        QCOMPARE(names(), u"bdac"_s);
        sorter.sort(PartsModel::ValueColumn, Qt::DescendingOrder);
        QCOMPARE(names(), u"adbc"_s);
        sorter.sort(PartsModel::CountColumn, Qt::DescendingOrder);
        QCOMPARE(names(), u"abdc"_s);
        sorter.sort(PartsModel::NameColumn, Qt::AscendingOrder);
        QCOMPARE(names(), u"abcd"_s);
    }

    void theConfusionMatrixKnowsWhatEachCellStandsFor()
    {
        const FigureReport report = someFigures({.now = testNow()}, {Dimension::Channel});
        ConfusionModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(report.accuracy.whole);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"truly P2"_s);
        QCOMPARE(model.headerData(0, Qt::Vertical).toString(), u"first P1"_s);
        double share = 0;
        std::size_t judged = 0;
        for (int first = 0; first < 3; ++first) {
            share += model.index(first, 0).data(ConfusionModel::ShareRole).toDouble();
            for (int truth = 0; truth < 3; ++truth)
                judged += model.rowsOf(model.index(first, truth)).size();
        }
        QVERIFY(std::abs(share - 1) < 1e-9);
        QCOMPARE(judged, report.accuracy.whole.rows.size());
        QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"first P1, truly P1: "_s));
        QVERIFY(!model.index(0, 1).data(ConfusionModel::IsRightRole).toBool());
    }

    void periodsAreWeeksInUtc_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<QString>("since");
        QTest::addColumn<QString>("until");
        // The clock of the tests says Tuesday 9 June 2026.
        QTest::addRow("this week") << int(PeriodChoice::ThisWeek) << u"2026-06-08T00:00:00Z"_s
                                   << u"2026-06-15T00:00:00Z"_s;
        QTest::addRow("last week") << int(PeriodChoice::LastWeek) << u"2026-06-01T00:00:00Z"_s
                                   << u"2026-06-08T00:00:00Z"_s;
        QTest::addRow("4 weeks") << int(PeriodChoice::FourWeeks) << u"2026-05-18T00:00:00Z"_s
                                 << u"2026-06-15T00:00:00Z"_s;
        QTest::addRow("12 weeks") << int(PeriodChoice::TwelveWeeks) << u"2026-03-23T00:00:00Z"_s
                                  << u"2026-06-15T00:00:00Z"_s;
    }

    void periodsAreWeeksInUtc()
    {
        QFETCH(int, choice);
        QFETCH(QString, since);
        QFETCH(QString, until);
        const InsightsPeriod period = periodOf(PeriodChoice(choice), testNow());
        QCOMPARE(QString::fromStdString(toIso8601(period.since)), since);
        QCOMPARE(QString::fromStdString(toIso8601(period.until)), until);
        QVERIFY(periodOf(PeriodChoice::All, testNow()) == InsightsPeriod{});
    }

    void intervalsAreSaidInWords()
    {
        FigureLine line = part("", 0.82, 50).line;
        line.low = 0.69;
        line.high = 0.9;
        QCOMPARE(somewhere(line), u"somewhere from 69 to 90 %"_s);
        line.unit = FigureUnit::Seconds;
        line.value = 185;
        line.low = 120;
        line.high.reset();
        QCOMPARE(figureValue(line.unit, line.value), u"3 min 5 s"_s);
        QCOMPARE(somewhere(line), u"somewhere from 2 min or more"_s);
        line.low.reset();
        QCOMPARE(somewhere(line), QString());
    }
};

SIGNALBOX_UI_TEST(InsightsModelsTest)

}

#include "tst_insights_models.moc"
