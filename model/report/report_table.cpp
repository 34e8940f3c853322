#include "model/report/report_table.h"

#include "model/domain/names.h"

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

std::string shareInWords(const std::optional<ShareEstimate>& share)
{
    return valueInWords(FigureUnit::Share, share ? std::optional(share->value) : std::nullopt);
}

std::string shareWithInterval(const std::optional<ShareEstimate>& share)
{
    FigureLine line;
    if (share) {
        line.value = share->value;
        line.low = share->low;
        line.high = share->high;
    }
    const std::string interval = intervalInWords(line);
    return valueInWords(FigureUnit::Share, line.value) + (interval.empty() ? "" : " (" + interval + ")");
}

std::vector<std::string> triggerRow(const TriggerLine& line)
{
    static const AlertPrecision none;
    const AlertPrecision& alerts = line.alerts ? *line.alerts : none;
    std::optional<double> wait;
    if (alerts.toAcknowledge && alerts.toAcknowledge->median)
        wait = std::chrono::duration<double>(*alerts.toAcknowledge->median).count();
    return {line.trigger,
            countInWords(alerts.fired),
            countInWords(alerts.fired - alerts.told()),
            countInWords(alerts.judged() + alerts.unsure) + " of " + countInWords(alerts.told()),
            shareWithInterval(alerts.precision),
            shareWithInterval(alerts.recall ? alerts.recall->estimate.recall : std::nullopt),
            valueInWords(FigureUnit::Seconds, wait),
            shareInWords(alerts.actedOnShare),
            shareInWords(alerts.byItselfShare)};
}

}

std::string figureInWords(const FigureLine& line)
{
    if (!line.value)
        return valueInWords(line.unit, line.value) + (line.of > 0 ? " of " + countInWords(line.of) : "");
    const std::string interval = intervalInWords(line);
    return valueInWords(line.unit, line.value) + (interval.empty() ? "" : " (" + interval + ")") + " of "
        + countInWords(line.of) + (line.thin ? ", few" : "");
}

ReportTable confusionTable(const PriorityAccuracy& accuracy)
{
    ReportTable table{"First tier against true tier", {"first \\ true"}, {}};
    if (accuracy.judged == 0)
        return table;
    for (const std::string& tier : accuracy.classes)
        table.head.push_back(tier);
    for (std::size_t first = 0; first < accuracy.confusion.size(); ++first) {
        std::vector<std::string> row{accuracy.classes[first]};
        for (const double weight : accuracy.confusion[first])
            row.push_back(countInWords(std::llround(weight)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportTable triggerTable(const FigureReport& report)
{
    ReportTable table{"Alert review",
                      {"trigger", "fired", "held back", "labelled", "precision", "estimated recall",
                       "median to acknowledge", "acted on", "over by itself"},
                      {}};
    for (const TriggerLine& line : triggersOf(report))
        table.rows.push_back(triggerRow(line));
    return table;
}

ReportTable heldBackTable(const FigureReport& report)
{
    ReportTable table{"Held back, by cause", {"trigger"}, {}};
    constexpr std::size_t causes = std::tuple_size_v<decltype(AlertPrecision::heldBack)>;
    for (std::size_t cause = 1; cause < causes; ++cause)
        table.head.emplace_back(nameOf(static_cast<HeldBack>(cause)));
    for (const TriggerLine& line : triggersOf(report)) {
        if (!line.alerts || line.alerts->fired == line.alerts->told())
            continue;
        std::vector<std::string> row{line.trigger};
        for (std::size_t cause = 1; cause < causes; ++cause)
            row.push_back(countInWords(line.alerts->heldBack[cause]));
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportTable partTable(const std::vector<FigureLine>& lines, Dimension dimension)
{
    const std::string by = nameOf(dimension);
    ReportTable table{"By " + by, {by, "K1 accuracy", "K2 median response", "K3 precision", "K4 conversion"}, {}};
    std::vector<std::pair<std::string, std::vector<std::string>>> rows;   // by id
    for (const FigureLine& line : lines) {
        if (line.by != by || !line.isMain)
            continue;
        auto row = std::ranges::find(rows, line.part, &std::pair<std::string, std::vector<std::string>>::first);
        if (row == rows.end()) {
            const std::string none = valueInWords(line.unit, std::nullopt);
            rows.push_back({line.part, {line.partName, none, none, none, none}});
            row = std::prev(rows.end());
        }
        row->second[static_cast<std::size_t>(line.figure.back() - '0')] = figureInWords(line);
    }
    if (dimension == Dimension::Week)
        std::ranges::sort(rows);
    for (auto& [id, cells] : rows)
        table.rows.push_back(std::move(cells));
    return table;
}

}
