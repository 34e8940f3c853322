#include "tests/support/page_fixture.h"
#include "tests/support/text_picture.h"
#include "tests/support/ui_test.h"
#include "tests/ui/insights/floor_data.h"
#include "ui/insights/floor_bars_plot.h"
#include "ui/insights/floor_dimension_combo.h"
#include "ui/insights/floor_insights.h"
#include "ui/insights/floor_table.h"
#include "ui/insights/floor_table_model.h"
#include "ui/insights/floor_words.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <numeric>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

// The floor's insights, shown, with a door that answers when it is told to.
struct FloorDesk : PageFixture {
    FloorDesk()
    {
        now = *fromIso8601("2026-06-22T08:00:00Z");
        page.resize(1208, 700);
        static_cast<QWidget&>(page).show();
        QApplication::setActiveWindow(&page);
        FloorQuestion base;
        base.of.since = *fromIso8601("2026-06-01T00:00:00Z");
        base.of.until = now;
        base.zone = "Europe/Berlin";
        page.show(base);
        QObject::connect(&page, &FloorInsights::rowsWanted, &page,
                         [this](const QString& title, const std::vector<std::int64_t>& numbers) {
                             titles.append(title);
                             rows = numbers;
                         });
    }

    template <class T>
    T* find(const char* name)
    {
        return page.findChild<T*>(QLatin1String(name));
    }
    const FloorQuestion& asked() { return analysis.floorAsked.back(); }
    void answer() { Q_EMIT analysis.floorCounted(analysis.last(u"floor"_s), data.answer(asked())); }
    FloorBarsPlot* bars() { return find<FloorBarsPlot>("floorBars"); }
    FloorTable* table() { return find<FloorTable>("floorTable"); }
    QString words(const char* name) { return find<QLabel>(name)->text(); }
    void chooseTheme(int row) { page.setTheme(floorThemes[row]); }
    void chooseIn(const char* name, const QString& text)
    {
        auto* combo = find<QComboBox>(name);
        combo->setCurrentIndex(combo->findText(text));
        Q_EMIT combo->activated(combo->currentIndex());
    }
    QStringList picture() { return textPicture(*table()->model()); }
    std::vector<std::int64_t> behind(FloorMeasure measure, auto which)
    {
        std::vector<std::int64_t> numbers;
        const FloorCounts counts = data.answer(asked());
        for (const FloorBar& bar : counts.bars)
            if (which(bar.part))
                numbers = conversationsBehind(bar.figures, measure);
        return numbers;
    }

    FloorData data;
    FloorInsights page{context};
    QStringList titles;
    std::vector<std::int64_t> rows;
};

enum Themes { Volume, Waiting, Handling, Ai, Agents, Policies };

}

class FloorInsightsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksWhatThePageSays()
    {
        FloorDesk desk;
        QCOMPARE(desk.analysis.floorAsked.size(), 1u);
        QCOMPARE(toIso8601(desk.asked().of.since), std::string("2026-06-01T00:00:00Z"));
        QVERIFY(desk.asked().of.now == desk.now);
        QCOMPARE(desk.asked().zone, std::string("Europe/Berlin"));
        QVERIFY(desk.asked().by == FloorDimension{});
        QVERIFY(!desk.asked().across);
        FloorQuestion other;
        other.of.origin = Origin::Imported;
        desk.page.show(other);
        QCOMPARE(desk.analysis.cancelled.size(), 1u);   // of what nobody waits for any more
        QVERIFY(desk.asked().of.origin == Origin::Imported);
        QVERIFY(!desk.asked().zone.empty());
    }

    void saysTheSameInBarsAndNumbers()
    {
        FloorDesk desk;
        const QAbstractItemModelTester tester(desk.table()->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        desk.answer();
        QCOMPARE(desk.bars()->bars(), 2);
        qint64 all = 0, open = 0;
        for (const ConversationFacts& one : desk.data.rows.conversations) {
            all += one.channel == Channel::Website;
            open += one.channel == Channel::Website && one.closedAt == never;
        }
        QVERIFY(desk.picture().first().startsWith(
            u"Website | %1 | %2 | %3 | "_s.arg(all).arg(formatPercent(double(all) / 420)).arg(open)));
        QCOMPARE(desk.picture().last().section(u" | "_s, 0, 1), u"All | 420"_s);
        desk.chooseTheme(Waiting);
        QCOMPARE(desk.words("floorTitle"), u"Waiting, median"_s);
        QVERIFY(desk.words("floorDefinition").contains(u"Kaplan-Meier"_s));
        const FloorCounts counts = desk.data.answer(desk.asked());
        const FloorValue median = valueOf(counts.bars[0].figures, FloorMeasure::WaitingMedian, counts.whole);
        QVERIFY(desk.picture().first().startsWith(
            u"Website | %1 | "_s.arg(formatSpan(seconds{std::llround(*median.value)}))));
        QVERIFY(desk.picture().first().contains(floorIntervalText(FloorMeasure::WaitingMedian, median)));
        QCOMPARE(desk.analysis.floorAsked.size(), 1u);   // bars know all measures
    }

    void opensTheConversationsBehindABar()
    {
        FloorDesk desk;
        desk.answer();
        desk.chooseTheme(Waiting);
        desk.chooseIn("floorMeasure", u"Abandoned"_s);
        QApplication::processEvents();
        QTest::mouseClick(desk.bars()->findChild<QWidget*>(u"floorPlot"_s), Qt::LeftButton, {},
                          desk.bars()->rectOf(1).center());
        QCOMPARE(desk.titles, QStringList{u"Abandoned: WhatsApp"_s});
        QVERIFY(!desk.rows.empty());
        QCOMPARE(desk.rows,
                 desk.behind(FloorMeasure::Abandoned, [](const FloorPart& part) { return part.id == "whatsapp"; }));
    }

    void opensThemByKeyboardToo()
    {
        FloorDesk desk;
        desk.answer();
        desk.bars()->setFocus(Qt::TabFocusReason);
        QCOMPARE(desk.bars()->chosen(), 0);
        QTest::keyClick(desk.bars(), Qt::Key_Down);
        QTest::keyClick(desk.bars(), Qt::Key_Down);
        QCOMPARE(desk.bars()->chosen(), 1);
        QCOMPARE(desk.bars()->accessibleDescription(), u"WhatsApp: 140"_s);
        QTest::keyClick(desk.bars(), Qt::Key_Return);
        QCOMPARE(desk.titles, QStringList{u"Conversations: WhatsApp"_s});
        QCOMPARE(desk.rows.size(), 140u);
        QTest::keyClick(desk.bars(), Qt::Key_Home);
        QCOMPARE(desk.bars()->chosen(), 0);
        desk.table()->setFocus();
        desk.table()->setCurrentIndex(desk.table()->model()->index(2, 5));
        QTest::keyClick(desk.table(), Qt::Key_Return);
        QCOMPARE(desk.titles.last(), u"Spam: All"_s);
        QVERIFY(!desk.rows.empty() && desk.rows.size() < 20);
    }

    void opensWhatStandsInTheTable()
    {
        FloorDesk desk;
        desk.answer();
        desk.chooseTheme(Ai);
        const auto click = [&](int row, int column) {
            const QModelIndex index = desk.table()->model()->index(row, column);
            desk.table()->scrollTo(index);
            QTest::mouseClick(desk.table()->viewport(), Qt::LeftButton, {}, desk.table()->visualRect(index).center());
        };
        click(0, 1);
        QCOMPARE(desk.titles.last(), u"Ended by the AI: Website"_s);
        QCOMPARE(desk.rows,
                 desk.behind(FloorMeasure::AiShare, [](const FloorPart& part) { return part.id == "website"; }));
        click(0, 0);
        QCOMPARE(desk.titles.last(), u"Conversations: Website"_s);
        QCOMPARE(desk.rows.size(), 280u);
    }

    void looksAtAgentsByAgentAndSaysHowEvenlyTheyWork()
    {
        FloorDesk desk;
        desk.answer();
        desk.chooseTheme(Agents);
        QVERIFY((desk.asked().by == FloorDimension{FloorBy::Agent, {}}));
        desk.answer();
        QVERIFY(desk.find<QLabel>("floorFairness")->isVisible());
        QVERIFY(desk.words("floorFairness").contains(u"Jain's index"_s));
        QVERIFY(desk.picture().join(u'\n').contains(u"Leila Haddad"_s));
        desk.chooseTheme(Policies);
        desk.answer();
        QVERIFY(desk.picture().join(u'\n').contains(u"Enterprise buyers"_s));
        desk.chooseTheme(Volume);
        QVERIFY(desk.asked().by == FloorDimension{});
        desk.answer();
        QVERIFY(!desk.find<QLabel>("floorFairness")->isVisible());
    }

    void crossesTwoDimensions()
    {
        FloorDesk desk;
        desk.answer();
        const QAbstractItemModelTester tester(desk.table()->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        desk.chooseIn("floorAcross", u"Tier"_s);
        QVERIFY((desk.asked().across == FloorDimension{FloorBy::Tier, {}}));
        desk.answer();
        auto* model = desk.table()->model();
        QCOMPARE(model->columnCount(), 6);
        QCOMPARE(model->headerData(0, Qt::Horizontal).toString(), u"Channel by Tier"_s);
        QCOMPARE(model->headerData(1, Qt::Horizontal).toString(), u"P1"_s);
        double most = 0;
        for (int column = 1; column < 5; ++column)
            most = std::max(most, model->index(0, column).data(FloorTableModel::HeatRole).toDouble());
        QCOMPARE(most, 1.0);
        desk.table()->setCurrentIndex(model->index(1, 2));
        QTest::keyClick(desk.table(), Qt::Key_Enter);
        QCOMPARE(desk.titles.last(), u"Conversations: WhatsApp, P2"_s);
        QCOMPARE(QString::number(desk.rows.size()), model->index(1, 2).data().toString());
        const std::size_t questions = desk.analysis.floorAsked.size();
        desk.chooseIn("floorMeasure", u"Left to people"_s);
        QCOMPARE(desk.analysis.floorAsked.size(), questions + 1);   // a crossed table knows one measure
        QVERIFY(desk.asked().measure == FloorMeasure::LeftToPeople);
    }

    void findsAnAttributeByAPartOfItsName()
    {
        FloorDesk desk;
        desk.answer();
        auto* combo = desk.find<FloorDimensionCombo>("floorBy");
        QTest::mouseClick(combo->lineEdit(), Qt::LeftButton);
        QTRY_COMPARE(combo->lineEdit()->selectedText(), combo->currentText());   // to be typed over
        QTest::keyClicks(combo->lineEdit(), u"e.pat"_s);
        QTest::keyClick(combo->lineEdit(), Qt::Key_Return);
        QVERIFY((desk.asked().by == FloorDimension{FloorBy::Attribute, "page.path"}));
        desk.answer();
        QVERIFY(desk.picture().join(u'\n').contains(u"/docs/getting-started"_s));
        QVERIFY(desk.picture().at(desk.picture().size() - 2).startsWith(u"missing"_s));
        desk.page.setFocus();
        combo->setFocus();
        combo->lineEdit()->setText(u"nothing like it"_s);
        desk.table()->setFocus();
        QCOMPARE(combo->currentText(), u"page.path"_s);
    }

    void saysWhyItIsEmptyOrWhatWentWrong()
    {
        FloorDesk desk;
        FloorQuestion question = desk.asked();
        question.of.origin = Origin::Practice;
        desk.page.show(question);
        desk.answer();
        QVERIFY(desk.find<EmptyState>("floorEmpty")->isVisible());
        const auto sentence = [&] {
            QStringList said;
            for (const QLabel* label : desk.find<EmptyState>("floorEmpty")->findChildren<QLabel*>())
                said.append(label->text());
            return said.join(u' ');
        };
        QVERIFY(sentence().contains(u"No practice conversation was opened in this period."_s));
        question.of.queue = "nowhere";
        desk.page.show(question);
        desk.answer();
        QVERIFY(sentence().contains(u"that this filter lets through"_s));
        desk.page.show(question);
        Q_EMIT desk.analysis.failed(desk.analysis.last(u"floor"_s), u"The workspace cannot be read."_s);
        QVERIFY(desk.find<QWidget>("floorTrouble")->isVisible());
        question.of.origin = Origin::Live;
        question.of.queue = {};
        desk.page.show(question);
        desk.answer();
        QVERIFY(!desk.find<QWidget>("floorTrouble")->isVisible());
        QVERIFY(desk.bars()->isVisible());
    }

    void waitsForTheNewestAnswerAndSaysSo()
    {
        FloorDesk desk;
        const quint64 first = desk.analysis.last(u"floor"_s);
        Q_EMIT desk.analysis.progressed(first, 3000, 10'000);
        QCOMPARE(desk.words("floorWaiting"), u"Reading the past: 3,000 of 10,000 decisions"_s);
        desk.chooseIn("floorBy", u"Hour of day"_s);
        Q_EMIT desk.analysis.floorCounted(first, desk.data.answer(desk.asked()));
        QVERIFY(!desk.bars()->isVisible());   // that was not the question
        desk.answer();
        QCOMPARE(desk.bars()->bars(), 24);
        QVERIFY(!desk.find<QLabel>("floorWaiting")->isVisible());
        desk.chooseIn("floorBy", u"Queue"_s);
        QTRY_VERIFY(desk.find<QLabel>("floorWaiting")->isVisible());
        QCOMPARE(desk.words("floorWaiting"), u"Counting…"_s);
    }

    void everythingThatTakesTheKeyboardHasAName()
    {
        FloorDesk desk;
        desk.answer();
        for (const QWidget* widget : desk.page.findChildren<QWidget*>())
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }

    void looksLikeTheRest()
    {
        FloorDesk desk;
        desk.answer();
        const auto keep = [&](const char* name) { keepPictures(desk.page, desk.theme, QLatin1String(name)); };
        keep("floor-volume");
        desk.chooseIn("floorBy", u"Hour of day"_s);
        desk.answer();
        keep("floor-hours");
        desk.chooseTheme(Waiting);
        desk.chooseIn("floorBy", u"page.path"_s);
        desk.answer();
        keep("floor-waiting");
        desk.chooseTheme(Ai);
        desk.chooseIn("floorBy", u"Day"_s);
        desk.answer();
        keep("floor-ai");
        desk.chooseTheme(Agents);
        desk.answer();
        keep("floor-agents");
        desk.chooseTheme(Volume);
        desk.chooseIn("floorBy", u"crm.company_size"_s);
        desk.chooseIn("floorAcross", u"Weekday"_s);
        desk.answer();
        keep("floor-crossed");
        FloorQuestion none = desk.asked();
        none.of.origin = Origin::Practice;
        desk.page.show(none);
        desk.answer();
        keep("floor-empty");
    }
};

SIGNALBOX_UI_TEST(FloorInsightsTest)

}

#include "tst_floor_insights.moc"
