#include "app/commands/backtest_lines.h"

#include "model/figures/shares.h"
#include "routing/backtest/figures.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

const QLocale english(QLocale::English, QLocale::UnitedKingdom);

QString counted(std::int64_t number) { return english.toString(static_cast<qlonglong>(number)); }
QString signed_(std::int64_t number) { return (number > 0 ? u"+"_s : QString()) + counted(number); }
QString perCent(double share) { return english.toString(share * 100, 'f', 1); }
QString signedPoints(double share) { return (share > 0 ? u"+"_s : QString()) + perCent(share); }
QString day(Instant at) { return QString::fromStdString(toIso8601(at)).left(10); }
QString plain(const std::string& text) { return QString::fromStdString(text).simplified(); }

// Columns as wide as their longest entry: the first and every further one that is not a number at the left.
class Table {
public:
    explicit Table(QStringList head) { m_rows.push_back(std::move(head)); }
    void add(QStringList row) { m_rows.push_back(std::move(row)); }
    QString text(int textColumns) const
    {
        if (m_rows.size() < 2)
            return {};
        std::vector<int> widths(std::size_t(m_rows.front().size()));
        for (const QStringList& row : m_rows)
            for (qsizetype i = 0; i < row.size(); ++i)
                widths[std::size_t(i)] = std::max(widths[std::size_t(i)], int(row[i].size()));
        QString text = u"\n"_s;
        for (const QStringList& row : m_rows) {
            QString line;
            for (qsizetype i = 0; i < row.size(); ++i) {
                const int width = widths[std::size_t(i)];
                line += (i < textColumns ? row[i].leftJustified(width) : row[i].rightJustified(width)) + u"  "_s;
            }
            text += line.trimmed().isEmpty() ? u"\n"_s : line.remove(line.size() - 2, 2) + u"\n"_s;
        }
        return text;
    }

private:
    std::vector<QStringList> m_rows;
};

QString loads(const QString& title, const std::map<std::string, Shift>& shifts)
{
    Table table({title, u"before"_s, u"with it"_s, u"change"_s});
    for (const auto& [name, shift] : shifts)
        table.add({name.empty() ? u"none"_s : plain(name), counted(shift.before), counted(shift.after),
                   signed_(shift.after - shift.before)});
    return table.text(1);
}

QString fromTo(const BacktestReport& report)
{
    using Row = std::pair<std::pair<std::string, std::string>, std::int64_t>;
    std::vector<Row> rows(report.fromTo.begin(), report.fromTo.end());
    std::ranges::stable_sort(rows, std::greater{}, &Row::second);
    Table table({u"from"_s, u"to"_s, u"conversations"_s});
    for (const auto& [places, moved] : rows)
        table.add({plain(places.first), plain(places.second), counted(moved)});
    return table.text(2);
}

QString alerts(const BacktestReport& report, const Rulebook& draft)
{
    Table table({u"alerts a day"_s, u"before"_s, u"with it"_s});
    const auto aDay = [&report](std::int64_t firings) {
        return english.toString(static_cast<double>(firings) / report.days, 'f', 2);
    };
    for (const auto& [alert, shift] : report.alerts) {
        const auto known = std::ranges::find(draft.alerts, alert, &AlertTrigger::id);
        const bool named = known != draft.alerts.end() && !known->name.empty();
        table.add({plain(named ? known->name : alert.value), aDay(shift.before), aDay(shift.after)});
    }
    return table.text(1);
}

QString figureLines(const BacktestReport& report)
{
    Table table({u"share of conversations"_s, u"before"_s, u"with it"_s, u"change in points"_s});
    for (const BacktestFigure& figure : figuresOf(report)) {
        const Shift& shift = figure.shift;
        const auto share = [&report](std::int64_t hits) {
            const ShareEstimate estimate = estimateShare(hits, report.conversations);
            return u"%1 % (%2 to %3)"_s.arg(perCent(estimate.value), perCent(estimate.low), perCent(estimate.high));
        };
        const ShareEstimate change = estimateChange(shift.before, shift.after, shift.both, report.conversations);
        table.add(
            {plain(figure.name), share(shift.before), share(shift.after),
             u"%1 (%2 to %3)"_s.arg(signedPoints(change.value), signedPoints(change.low), signedPoints(change.high))});
    }
    return table.text(1);
}

QString placeWords(const Outcome& outcome)
{
    const QString target = plain(outcome.target);
    const QString place = outcome.kind == Outcome::Kind::Ai ? u"the AI"_s
        : outcome.kind == Outcome::Kind::Agent              ? u"agent "_s + target
                                                            : target;
    return outcome.tier.empty() ? place : place + u", "_s + plain(outcome.tier.value);
}

QString moved(const BacktestReport& report, std::size_t most)
{
    Table table({u"conversation"_s, u"visitor"_s, u"parts at"_s, u"before"_s, u"with it"_s});
    for (std::size_t i = 0; i < std::min(most, report.examples.size()); ++i) {
        const MovedConversation& example = report.examples[i];
        table.add({u"#"_s + plain(example.id.value), plain(example.visitorName).left(40),
                   QString::fromStdString(toIso8601(std::chrono::floor<seconds>(example.at))),
                   placeWords(example.before), placeWords(example.after)});
    }
    return table.text(5);
}

}

QString backtestInWords(const BacktestReport& report, const Rulebook& draft, std::size_t mostMoved)
{
    if (report.conversations == 0)
        return u"No conversation was decided in this period. Practice and imported ones count with --include.\n"_s;
    QString text = u"%1 conversations from %2 to %3, %4 decisions.\n"_s.arg(
        counted(report.conversations), day(report.from), day(report.to), counted(report.decisions));
    text += u"%1 would have gone elsewhere (%2 %), %3 more only to another tier.\n"_s.arg(
        counted(report.moved - report.tierChangedOnly),
        perCent(static_cast<double>(report.moved - report.tierChangedOnly) / static_cast<double>(report.conversations)),
        counted(report.tierChangedOnly));
    text += fromTo(report) + loads(u"destination"_s, report.byDestination)
        + loads(u"agent named by rules"_s, report.byAgent) + loads(u"tier"_s, report.byTier) + alerts(report, draft)
        + figureLines(report);
    text += u"In brackets: where the share or its change lies with 95 % certainty, of %1 conversations.\n"_s.arg(
        counted(report.conversations));
    text += plain(notRecomputed()) + u"\n"_s;
    for (const std::string& sentence : notKeptInWords(report))
        text += plain(sentence) + u"\n"_s;
    return text + moved(report, mostMoved);
}

}
