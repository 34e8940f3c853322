#include "tests/support/ui_test.h"
#include "tests/ui/insights/insights_desk.h"
#include "ui/insights/floor_insights.h"
#include "ui/insights/big_figure.h"
#include "ui/insights/parts_plot.h"
#include "ui/insights/wait_curve.h"
#include "ui/insights/weeks_plot.h"

#include <QComboBox>
#include <QHeaderView>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

class InsightsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheFigureLargeWithWhatItMeans()
    {
        InsightsDesk desk;
        desk.answer();
        const FigureReport report = someFigures(desk.asked(), {Dimension::Channel, Dimension::Week});
        const PriorityAccuracy& accuracy = report.accuracy.whole;
        auto* big = desk.find<BigFigure>("bigFigure");
        QCOMPARE(big->text(), u"%1 %"_s.arg(std::llround(accuracy.accuracy->value * 100)));
        QCOMPARE(big->words(),
                 u"somewhere from %1 to %2 %"_s.arg(std::llround(accuracy.accuracy->low * 100))
                     .arg(std::llround(accuracy.accuracy->high * 100)));
        QVERIFY(desk.words("figureSample").startsWith(u"n = %1 conversations"_s.arg(accuracy.judged)));
        QVERIFY(desk.words("figureSample")
                    .contains(u"%1 % are not judged yet"_s.arg(std::llround(accuracy.notJudgedShare() * 100))));
        QVERIFY(desk.words("figureDefinition").startsWith(u"Of the conversations that left the AI"_s));
        QVERIFY(desk.words("figureNotes").contains(u"verdicts of leads"_s));
        QVERIFY(desk.isSeen("besideList"));
        QVERIFY(!desk.isSeen("insightsWarning"));
        auto* list = desk.find<QListWidget>("insightsSubjects");
        QCOMPARE(list->item(1)->data(Qt::AccessibleTextRole).toString(), u"Priority accuracy: "_s + big->text());
    }

    void eachFigureHasItsOwnChart()
    {
        InsightsDesk desk;
        desk.answer();
        const auto shown = [&] {
            QStringList names;
            for (const char* name : {"confusionGrid", "waitCurve", "ownPartsChart", "ownPartsWeeks", "comparisonChart",
                                     "figurePartsChart", "figurePartsTable"})
                if (desk.isSeen(name))
                    names << QLatin1String(name);
            return names.join(u' ');
        };
        QCOMPARE(shown(), u"confusionGrid figurePartsChart figurePartsTable"_s);
        desk.choose(u"Response time"_s);
        QCOMPARE(shown(), u"waitCurve figurePartsChart figurePartsTable"_s);
        QVERIFY(desk.words("figureDefinition").contains(u"Kaplan-Meier"_s));
        desk.choose(u"Alerts"_s);
        QCOMPARE(shown(), u"ownPartsChart figurePartsChart figurePartsTable"_s);
        QCOMPARE(desk.find<QTableView>("ownPartsTable")->model()->rowCount(), 3);
        desk.choose(u"Conversion"_s);
        QCOMPARE(shown(), u"ownPartsWeeks comparisonChart figurePartsChart figurePartsTable"_s);
        QCOMPARE(desk.analysis.figuresAsked.size(), 1u);   // one answer has all four
    }

    void theBigNumberOpensTheRowsBehindItNewestFirst()
    {
        InsightsDesk desk;
        desk.answer();
        const auto rows = someFigures(desk.asked(), {}).accuracy.whole.rows;
        QTest::mouseClick(desk.find<QWidget>("bigFigure"), Qt::LeftButton);
        QVERIFY(desk.isSeen("behindPane"));
        QCOMPARE(desk.analysis.conversationsAsked.size(), 1u);
        const auto& [numbers, of] = desk.analysis.conversationsAsked.front();
        QVERIFY(of == RowsOf::Conversations);
        QCOMPARE(numbers.size(), rows.size());
        QCOMPARE(numbers.front(), rows.back());
        desk.listBehind();
        QCOMPARE(desk.words("behindWords"), u"%1 conversations"_s.arg(rows.size()));
        auto* list = desk.find<QListView>("behindList");
        QVERIFY(list->hasFocus());
        QSignalSpy opened(&desk.page, &InsightsPage::conversationWanted);
        QSignalSpy why(&desk.page, &InsightsPage::whyWanted);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.front().front().value<ConversationId>().value, std::to_string(numbers[1]));
        QTest::keyClick(list, Qt::Key_W);
        QCOMPARE(why.size(), 1);
        QVERIFY(why.front().back().value<Instant>() == *behind(numbers[1]).owedAt);
        QTest::keyClick(list, Qt::Key_Escape);
        QVERIFY(!desk.isSeen("behindPane"));
        QVERIFY(desk.find<QWidget>("bigFigure")->hasFocus());
    }

    void moreThanCanBeListedIsSaid()
    {
        InsightsDesk desk;
        std::vector<std::int64_t> many(8940);
        for (std::size_t i = 0; i < many.size(); ++i)
            many[i] = std::int64_t(i + 1);
        desk.page.showBehind(u"All"_s, many, RowsOf::Conversations);
        QCOMPARE(desk.analysis.conversationsAsked.back().first.size(), mostListed);
        QCOMPARE(desk.analysis.conversationsAsked.back().first.front(), 8940);
        desk.listBehind();
        QCOMPARE(desk.words("behindWords"), u"The newest 500 of 8,940 conversations"_s);
    }

    void chartsTablesAndCellsOpenTheirOwnRows()
    {
        InsightsDesk desk;
        desk.answer();
        const FigureReport report = someFigures(desk.asked(), {Dimension::Channel, Dimension::Week});
        const auto& channels = report.accuracy.by.at(Dimension::Channel);
        auto* plot = desk.find<PartsPlot>("figurePartsChart");
        plot->repaint();
        QTest::mouseClick(plot, Qt::LeftButton, {}, plot->middleOf(1));
        QCOMPARE(desk.analysis.conversationsAsked.size(), 1u);
        QCOMPARE(desk.analysis.conversationsAsked.back().first.size(), channels[1].figure.rows.size());
        auto* table = desk.find<QTableView>("figurePartsTable");
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(desk.analysis.conversationsAsked.back().first.size(), channels[0].figure.rows.size());
        auto* grid = desk.find<QTableView>("confusionGrid");
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, grid->visualRect(grid->model()->index(1, 0)).center());
        QCOMPARE(desk.analysis.conversationsAsked.back().first.size(), report.accuracy.whole.cells[1][0].size());
        desk.choose(u"Response time"_s);
        QVERIFY(!desk.isSeen("behindPane"));   // it was behind another figure
        auto* curve = desk.find<WaitCurve>("waitCurve");
        curve->repaint();
        QTest::mouseClick(curve, Qt::LeftButton, {}, curve->middleOf(0));
        QCOMPARE(desk.analysis.conversationsAsked.back().first.size(), report.response.whole.rows.size());
        desk.choose(u"Conversion"_s);
        auto* weeks = desk.find<WeeksPlot>("ownPartsWeeks");
        weeks->repaint();
        QTest::mouseClick(weeks, Qt::LeftButton, {}, weeks->middleOf(1));
        QCOMPARE(desk.analysis.conversationsAsked.back().first.size(),
                 report.conversion.by.at(Dimension::Week)[1].figure.rows.size());
    }

    void ofAlertsTheirConversationsAreListed()
    {
        InsightsDesk desk;
        desk.answer();
        desk.choose(u"Alerts"_s);
        auto* table = desk.find<QTableView>("ownPartsTable");
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(0, 0)).center());
        QVERIFY(desk.analysis.conversationsAsked.back().second == RowsOf::Alerts);
        QVERIFY(desk.analysis.conversationsAsked.back().first.front() > 10'000);
        Q_EMIT desk.analysis.conversationsListed(desk.analysis.last(u"conversations"_s), {behind(5)});
        QVERIFY(desk.words("behindWords").startsWith(u"The conversation"_s));
    }

    void aHeaderSortsTheTable()
    {
        InsightsDesk desk;
        desk.answer();
        auto* table = desk.find<QTableView>("figurePartsTable");
        auto* header = table->horizontalHeader();
        const auto counted = [&](int row) { return table->model()->index(row, 3).data(Qt::UserRole).toDouble(); };
        const QPoint onCount(header->sectionViewportPosition(3) + 10, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, onCount);
        const bool up = counted(0) < counted(1);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, onCount);
        QCOMPARE(counted(0) < counted(1), !up);
    }

    void conversionIsComparedByAnyVersion()
    {
        InsightsDesk desk;
        desk.find<QComboBox>("insightsPeriod")->setFocus();
        QTest::keyClick(desk.find<QComboBox>("insightsPeriod"), Qt::Key_End);
        QTest::keyClick(desk.find<QComboBox>("insightsPeriod"), Qt::Key_Up);   // All
        QVERIFY(desk.asked().since == Instant::min());
        desk.answer();
        desk.choose(u"Conversion"_s);
        QVERIFY(desk.isSeen("comparisonChart"));
        QVERIFY2(desk.words("comparisonWords").contains(u"points since version 42"_s),
                 qPrintable(desk.words("comparisonWords")));
        auto* version = desk.find<QComboBox>("comparedVersion");
        QCOMPARE(version->count(), 2);
        version->setFocus();
        QTest::keyClick(version, Qt::Key_Home);
        QCOMPARE(desk.asked().changedBy, 41);
        desk.answer();
        QVERIFY(desk.words("comparisonWords").startsWith(u"— "_s));   // it was published before the history began
    }

    void theFloorIsAskedWhatTheFiguresAreAsked()
    {
        InsightsDesk desk;
        auto* list = desk.find<QListWidget>("insightsSubjects");
        QStringList names;
        for (int row = 0; row < list->count(); ++row)
            names << list->item(row)->text();
        QCOMPARE(names,
                 (QStringList{u"The four figures"_s, u"Priority accuracy"_s, u"Response time"_s, u"Alerts"_s, u"Conversion"_s,
                              u"The floor"_s, u"Volume"_s, u"Waiting"_s, u"Answer and handling"_s, u"AI"_s, u"Agents"_s,
                              u"Policies"_s}));
        desk.choose(u"Agents"_s);
        QVERIFY(desk.isSeen("floorInsights") && !desk.isSeen("figurePane") && !desk.isSeen("exportFigures"));
        QVERIFY(desk.analysis.floorAsked.back().by.kind == FloorBy::Agent);
        auto* origin = desk.find<QComboBox>("insightsOrigin");
        origin->setFocus();
        QTest::keyClick(origin, Qt::Key_Down);
        QVERIFY(desk.analysis.floorAsked.back().of.origin == Origin::Practice);
        QVERIFY(desk.asked().origin == Origin::Practice);   // the figures in the list at the left, too
        auto* floor = desk.find<FloorInsights>("floorInsights");
        Q_EMIT floor->rowsWanted(u"Answered: Leila"_s, {7, 9});
        QCOMPARE(desk.analysis.conversationsAsked.back().first, (std::vector<std::int64_t>{9, 7}));   // the newest first
        QVERIFY(desk.analysis.conversationsAsked.back().second == RowsOf::Conversations);
        list->setFocus();
        for (int up = 0; up < 5; ++up)
            QTest::keyClick(list, Qt::Key_Up);   // past the heading
        QVERIFY(desk.isSeen("figurePane") && desk.isSeen("exportFigures"));
        QCOMPARE(list->currentItem()->text(), u"Conversion"_s);
    }

    void looksRight()
    {
        InsightsDesk desk;
        auto* period = desk.find<QComboBox>("insightsPeriod");
        period->setFocus();
        QTest::keyClick(period, Qt::Key_End);
        QTest::keyClick(period, Qt::Key_Up);
        desk.answer();
        const std::pair<QString, QString> subjects[]{{u"Priority accuracy"_s, u"insights-accuracy"_s},
                                                     {u"Response time"_s, u"insights-response"_s},
                                                     {u"Alerts"_s, u"insights-alerts"_s},
                                                     {u"Conversion"_s, u"insights-conversion"_s}};
        for (const auto& [subject, picture] : subjects) {
            desk.choose(subject);
            QVERIFY(desk.isSeen("bigFigure"));
            keepPictures(desk.page, desk.theme, picture);
        }
        QTest::mouseClick(desk.find<QWidget>("bigFigure"), Qt::LeftButton);
        desk.listBehind();
        keepPictures(desk.page, desk.theme, u"insights-behind"_s);
    }
};

SIGNALBOX_UI_TEST(InsightsPageTest)

}

#include "tst_insights_page.moc"
