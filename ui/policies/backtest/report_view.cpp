#include "ui/policies/backtest/report_view.h"

#include "routing/backtest/figures.h"
#include "ui/policies/backtest/backtest_words.h"
#include "ui/policies/backtest/figures_table.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostRows = 40;

QString named(const std::string& id, const std::string& name) { return line(name.empty() ? id : name); }

// "Fri 20 November 2026 to Sat 21 November 2026"; one day only once.
QString daysInWords(Instant from, Instant to)
{
    const auto day = [](Instant at) { return formatExact(at).section(u',', 0, 0); };
    return day(from) == day(to) ? day(from) : ReportView::tr("%1 to %2").arg(day(from), day(to));
}

double shareOf(std::int64_t hits, std::int64_t of) { return of > 0 ? double(hits) / double(of) : 0; }

}

ReportView::ReportView(Theme& theme, QWidget* parent) : ScrollColumn(theme, ThemeColor::Panel, parent), m_theme(theme)
{
    setObjectName(u"backtestReport"_s);
    setAccessibleName(tr("What the backtest found"));
}

void ReportView::showReport(const BacktestReport& report, const Rulebook& rulebook)
{
    QVBoxLayout* column = restart();
    column->setSpacing(0);
    addSummary(*column, report);
    addWays(*column, report);
    std::map<QString, Shift> destinations, agents, tiers;
    for (const auto& [name, shift] : report.byDestination)
        destinations[line(name)] = shift;
    for (const auto& [name, shift] : report.byAgent)
        agents[line(name)] = shift;
    for (const auto& [tier, shift] : report.byTier)
        tiers[tierInWords(tier, rulebook)] = shift;
    addLoads(*column, tr("Where they end up"), u"destinationLoads"_s, destinations, report.conversations);
    addLoads(*column, tr("Agents named by rules"), u"agentLoads"_s, agents, report.conversations);
    addLoads(*column, tr("Tiers"), u"tierLoads"_s, tiers, report.conversations);
    addAlerts(*column, report, rulebook);
    addShares(*column, report);
    column->addStretch(1);
    finish();
}

void ReportView::addSummary(QVBoxLayout& column, const BacktestReport& report)
{
    const qint64 elsewhere = report.moved - report.tierChangedOnly;
    auto* section = new CardSection(m_theme, tr("Outcome"));
    QLabel* verdict = newParagraph(
        tr("%1 of %2 conversations would go elsewhere").arg(formatCount(elsewhere), formatCount(report.conversations)),
        m_theme, TextStyle::PageTitle);
    verdict->setObjectName(u"backtestVerdict"_s);
    section->content()->addWidget(verdict);
    QStringList more;
    if (report.tierChangedOnly > 0)
        more << tr("%1 more only to another tier").arg(formatCount(report.tierChangedOnly));
    more << tr("%1 decisions").arg(formatCount(report.decisions)) << daysInWords(report.from, report.to);
    section->content()->addWidget(
        newParagraph(more.join(u" · "_s), m_theme, TextStyle::Secondary, ThemeColor::TextMuted));
    for (const std::string& sentence : notKeptInWords(report))
        section->content()->addWidget(newParagraph(text(sentence), m_theme, TextStyle::Secondary, ThemeColor::Warn));
    column.addWidget(section);
}

FiguresTable* ReportView::addTable(QVBoxLayout& column, const QString& title, const QString& objectName,
                                   const QStringList& heads, int textColumns)
{
    auto* section = new CardSection(m_theme, title);
    auto* table = new FiguresTable(m_theme, title, objectName, heads, textColumns);
    section->content()->addWidget(table);
    column.addWidget(section);
    return table;
}

void ReportView::addWays(QVBoxLayout& column, const BacktestReport& report)
{
    using CountedWay = std::pair<std::pair<std::string, std::string>, std::int64_t>;
    std::vector<CountedWay> ways(report.fromTo.begin(), report.fromTo.end());
    if (ways.empty())
        return;
    std::ranges::stable_sort(ways, std::greater{}, &CountedWay::second);
    FiguresTable* const table
        = addTable(column, tr("From and to"), u"fromToTable"_s, {tr("From"), tr("To"), tr("Conversations")}, 2);
    std::vector<FiguresTable::Row> rows;
    for (const auto& [places, count] : ways) {
        if (rows.size() == mostRows)
            break;
        rows.push_back(
            {{line(places.first), line(places.second), formatCount(count)}, shareOf(count, ways.front().second)});
    }
    table->setRows(rows);
    connect(table, &QTableWidget::itemSelectionChanged, this, [this, table] {
        const int row = table->selectedItems().isEmpty() ? -1 : table->currentRow();
        Q_EMIT wayChosen(row < 0 ? QString() : table->item(row, 0)->text(),
                         row < 0 ? QString() : table->item(row, 1)->text());
    });
}

void ReportView::addLoads(QVBoxLayout& column, const QString& title, const QString& objectName,
                          const std::map<QString, Shift>& shifts, std::int64_t of)
{
    if (shifts.empty())
        return;
    FiguresTable* const table
        = addTable(column, title, objectName, {QString(), tr("Before"), tr("With draft"), tr("Change")}, 1);
    std::vector<std::pair<QString, Shift>> busiestFirst(shifts.begin(), shifts.end());
    std::ranges::stable_sort(busiestFirst, std::greater{}, [](const auto& each) { return each.second.after; });
    std::vector<FiguresTable::Row> rows;
    for (const auto& [name, shift] : busiestFirst)
        rows.push_back(
            {{name, formatCount(shift.before), formatCount(shift.after), signedCount(shift.after - shift.before)},
             shareOf(std::abs(shift.after - shift.before), of)});   // the bar beside the change
    if (rows.size() > mostRows)
        rows.resize(mostRows);
    table->setRows(rows);
}

void ReportView::addAlerts(QVBoxLayout& column, const BacktestReport& report, const Rulebook& rulebook)
{
    if (report.alerts.empty())
        return;
    FiguresTable* const table = addTable(column, tr("Alerts a day"), u"alertLoads"_s,
                                         {QString(), tr("Before"), tr("With draft"), tr("Change")}, 1);
    std::int64_t most = 1;
    for (const auto& [id, shift] : report.alerts)
        most = std::max({most, shift.before, shift.after});
    std::vector<FiguresTable::Row> rows;
    for (const auto& [id, shift] : report.alerts) {
        const auto known = std::ranges::find(rulebook.alerts, id, &AlertTrigger::id);
        const double before = double(shift.before) / report.days;
        const double after = double(shift.after) / report.days;
        const auto words = [](double aDay) { return QLocale().toString(aDay, 'f', 1); };
        const QString sign = after > before ? u"+"_s : after < before ? QString(QChar(0x2212)) : QString();
        rows.push_back({{named(id.value, known == rulebook.alerts.end() ? std::string() : known->name), words(before),
                         words(after), sign + words(std::abs(after - before))},
                        shareOf(shift.after, most)});
    }
    table->setRows(rows);
}

void ReportView::addShares(QVBoxLayout& column, const BacktestReport& report)
{
    auto* section = new CardSection(m_theme, tr("Shares that decisions alone settle"));
    section->setTotal(tr("of %1").arg(formatCount(report.conversations)));
    section->setLastInCard(true);
    for (const BacktestFigure& figure : figuresOf(report)) {
        const Shift& shift = figure.shift;
        const auto of = report.conversations;
        section->content()->addWidget(newLabel(text(figure.name), m_theme, TextStyle::BodyStrong));
        section->content()->addWidget(newParagraph(tr("Before %1").arg(shareInWords(estimateShare(shift.before, of))),
                                                   m_theme, TextStyle::Secondary, ThemeColor::TextMuted));
        section->content()->addWidget(
            newParagraph(tr("With the draft %1").arg(shareInWords(estimateShare(shift.after, of))), m_theme,
                         TextStyle::Secondary, ThemeColor::TextMuted));
        if (shift.before != shift.after)
            section->content()->addWidget(newParagraph(
                tr("Change %1").arg(changeInWords(estimateChange(shift.before, shift.after, shift.both, of))), m_theme,
                TextStyle::Secondary));
    }
    section->content()->addWidget(
        newParagraph(text(notRecomputed()), m_theme, TextStyle::Secondary, ThemeColor::TextMuted));
    column.addWidget(section);
}

}
