#include "tests/support/ui_test.h"
#include "tests/ui/insights/insights_desk.h"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

// What the place asks for, and what it says while there is no answer, or none to speak of.
class InsightsQuestionsTest : public QObject {
    Q_OBJECT

    static void pick(InsightsDesk& desk, const char* combo, const QString& wanted)
    {
        auto* box = desk.find<QComboBox>(combo);
        QVERIFY2(box->isVisible(), combo);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < box->count() && box->currentText() != wanted; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentText(), wanted);
    }

private Q_SLOTS:
    void asksForFourWeeksOfLiveConversationsByChannel()
    {
        InsightsDesk desk;
        QCOMPARE(desk.analysis.figuresAsked.size(), 1u);
        const auto& [question, by] = desk.analysis.figuresAsked.front();
        QCOMPARE(toIso8601(question.since), std::string("2026-05-18T00:00:00Z"));
        QCOMPARE(toIso8601(question.until), std::string("2026-06-15T00:00:00Z"));
        QVERIFY(question.origin == Origin::Live);
        QVERIFY(question.now == testNow());
        QCOMPARE(question.changedBy, 42);
        QVERIFY(by == (std::vector{Dimension::Channel, Dimension::Week}));
        QVERIFY(desk.find<QComboBox>("insightsPeriod")->toolTip().contains(u"UTC"_s));
    }

    void filtersAreOfferedWhereThereIsAChoice()
    {
        InsightsDesk desk;
        QVERIFY(!desk.isSeen("filterBy_channel"));
        desk.answer();
        for (const char* filter :
             {"filterBy_channel", "filterBy_tier", "filterBy_queue", "filterBy_agent", "filterBy_version"})
            QVERIFY2(desk.isSeen(filter), filter);
        auto* agents = desk.find<QComboBox>("filterBy_agent");
        QCOMPARE(agents->count(), 3);
        QCOMPARE(agents->itemText(1), u"Leila Haddad"_s);
        QCOMPARE(desk.find<QComboBox>("filterBy_tier")->itemText(1), u"P1 Act now"_s);
        pick(desk, "filterBy_channel", u"WhatsApp"_s);
        QVERIFY(desk.asked().channel == Channel::WhatsApp);
        desk.answer();
        QCOMPARE(desk.find<QTableView>("figurePartsTable")->model()->rowCount(), 1);
        QCOMPARE(desk.find<QComboBox>("filterBy_channel")->count(), 3);   // the others can still be chosen
        pick(desk, "filterBy_queue", u"Enterprise East"_s);
        pick(desk, "filterBy_version", u"Version 42"_s);
        QCOMPARE(desk.asked().queue, std::string("enterprise-east"));
        QCOMPARE(desk.asked().version, 42);
        QTest::mouseClick(desk.find<QPushButton>("clearInsightsFilters"), Qt::LeftButton);
        QVERIFY(!desk.asked().channel && desk.asked().queue.empty() && !desk.asked().version);
    }

    void isBrokenDownAnotherWay()
    {
        InsightsDesk desk;
        desk.answer();
        pick(desk, "insightsBy", u"By week"_s);
        QVERIFY(desk.analysis.figuresAsked.back().second == (std::vector{Dimension::Week}));
        desk.answer();
        QVERIFY(desk.isSeen("figurePartsWeeks"));
        QVERIFY(!desk.isSeen("figurePartsChart"));
    }

    void twoDatesTakeBothDaysWhole()
    {
        InsightsDesk desk;
        QVERIFY(!desk.isSeen("insightsFrom"));
        pick(desk, "insightsPeriod", u"Two dates"_s);
        desk.find<QDateEdit>("insightsFrom")->setDate(QDate(2026, 6, 1));
        desk.find<QDateEdit>("insightsTo")->setDate(QDate(2026, 6, 3));
        QCOMPARE(toIso8601(desk.asked().since), std::string("2026-06-01T00:00:00Z"));
        QCOMPARE(toIso8601(desk.asked().until), std::string("2026-06-04T00:00:00Z"));
    }

    void simulatedAndImportedOnesSaySoOnThePage()
    {
        InsightsDesk desk;
        desk.answer();
        QVERIFY(!desk.isSeen("insightsTag"));
        pick(desk, "insightsOrigin", u"Simulated"_s);
        QVERIFY(desk.asked().origin == Origin::Practice);
        QVERIFY(desk.isSeen("insightsTag"));
        desk.answer();
        QVERIFY(desk.isSeen("insightsWarning"));
        QVERIFY(desk.words("insightsWarning").contains(u"simulated visitors, not customers"_s));
        pick(desk, "insightsOrigin", u"Imported"_s);
        desk.answer();
        QVERIFY(desk.words("insightsWarning").contains(u"Imported history"_s));
    }

    void onlyTheLastQuestionIsAnswered()
    {
        InsightsDesk desk;
        const quint64 first = desk.analysis.last(u"figures"_s);
        pick(desk, "insightsPeriod", u"Last week"_s);
        QVERIFY(std::ranges::find(desk.analysis.cancelled, first) != desk.analysis.cancelled.end());
        Q_EMIT desk.analysis.figuresMade(first, someFigures({.now = testNow()}, {Dimension::Channel}));
        QVERIFY(!desk.isSeen("bigFigure"));
        desk.answer();
        QVERIFY(desk.isSeen("bigFigure"));
    }

    void aLongReadingIsSaid()
    {
        InsightsDesk desk;
        QVERIFY(!desk.isSeen("insightsReading"));
        QTRY_VERIFY(desk.isSeen("insightsReading"));
        QCOMPARE(desk.words("insightsReading"), u"Reading the history…"_s);
        desk.answer();
        QVERIFY(!desk.isSeen("insightsReading"));
    }

    void troubleIsSaid()
    {
        InsightsDesk desk;
        Q_EMIT desk.analysis.failed(desk.analysis.last(u"figures"_s), u"The workspace cannot be read."_s);
        QVERIFY(desk.isSeen("insightsMessage"));
    }

    void anEmptyFigureSaysWhyAndOffersOneNextStep()
    {
        InsightsDesk desk;
        desk.answerNothing();
        auto* next = desk.find<QWidget>("figurePane")->findChild<QPushButton*>(u"emptyStateButton"_s);
        QVERIFY(next->isVisible());
        QCOMPARE(next->text(), u"Show everything"_s);
        QVERIFY(!desk.isSeen("figureParts"));
        keepPictures(desk.page, desk.theme, u"insights-empty"_s);
        QTest::mouseClick(next, Qt::LeftButton);
        QVERIFY(desk.asked().since == Instant::min());
        desk.answerNothing();
        QCOMPARE(next->text(), u"Show simulated ones"_s);
        QTest::mouseClick(next, Qt::LeftButton);
        QVERIFY(desk.asked().origin == Origin::Practice);
    }

    void whatWaitsToBeLabelledLeadsToTheReview()
    {
        InsightsDesk desk;
        InsightsHistory history;
        for (ConversationFacts& row : history.rows.conversations)
            row.truth = TruthSource::None;
        const auto& [question, by] = desk.analysis.figuresAsked.back();
        Q_EMIT desk.analysis.figuresMade(desk.analysis.last(u"figures"_s), reportOf(history.rows, question, by));
        auto* next = desk.find<QWidget>("figurePane")->findChild<QPushButton*>(u"emptyStateButton"_s);
        QCOMPARE(next->text(), u"Open the review"_s);
        QVERIFY(!desk.isSeen("besideList"));
        QCOMPARE(desk.words("figureWhy"), u"Of none is the true tier known yet."_s);
        QSignalSpy review(&desk.page, &InsightsPage::reviewWanted);
        QTest::mouseClick(next, Qt::LeftButton);
        QCOMPARE(review.size(), 1);
    }

    void isExportedAsItIsShown_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("begins");
        QTest::addRow("a table") << u"csv"_s << QByteArray("figure,measure,origin,by");
        QTest::addRow("a page") << u"html"_s << QByteArray("<!DOCTYPE html>");
        QTest::addRow("to print") << u"pdf"_s << QByteArray("%PDF-");
    }

    void isExportedAsItIsShown()
    {
        QFETCH(QString, ending);
        QFETCH(QByteArray, begins);
        InsightsDesk desk;
        desk.answer();
        auto* action = desk.find<QAction>(qPrintable(u"exportAs_"_s + ending));
        action->trigger();   // no file is chosen
        QVERIFY(desk.prompts.files.empty());
        const QString file = u"/tmp/figures."_s + ending;
        desk.prompts.fileAnswer = file;
        action->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(desk.prompts.files.contains(file), 20'000);
        const std::string& bytes = desk.prompts.files.at(file);
        QVERIFY(QByteArray::fromStdString(bytes).startsWith(begins));
        QVERIFY(bytes.size() > 2'000);
        QTRY_VERIFY(desk.isSeen("insightsMessage"));
        if (const QString folder = qEnvironmentVariable("SIGNALBOX_SCREENSHOTS"); !folder.isEmpty()) {
            QFile kept(folder + u"/insights-export."_s + ending);
            QVERIFY(kept.open(QIODevice::WriteOnly));
            kept.write(QByteArray::fromStdString(bytes));
        }
    }
};

SIGNALBOX_UI_TEST(InsightsQuestionsTest)

}

#include "tst_insights_questions.moc"
