#include "model/report/figure_report.h"

#include <algorithm>
#include <array>

namespace signalbox {
namespace {

constexpr std::array dimensionNames{"channel", "tier", "queue", "agent", "version", "week", "trigger"};

}

std::string nameOf(Dimension dimension) { return dimensionNames[static_cast<std::size_t>(dimension)]; }

std::optional<Dimension> dimensionFromName(std::string_view name)
{
    const auto found = std::ranges::find(dimensionNames, name);
    if (found == dimensionNames.end())
        return std::nullopt;
    return static_cast<Dimension>(found - dimensionNames.begin());
}

FigureReport reportOf(const FigureRows& rows, const FigureQuestion& question, const std::vector<Dimension>& by)
{
    std::vector<Dimension> ofAlerts = by;
    ofAlerts.push_back(Dimension::Trigger);
    FigureReport report{question,
                        by,
                        0,
                        priorityAccuracy(rows, question, by),
                        responseTime(rows, question, by),
                        alertPrecision(rows, question, ofAlerts),
                        priorityConversion(rows, question, by),
                        std::nullopt,
                        choicesOf(rows, question.origin)};
    if (question.changedBy)
        report.comparison = compareByVersion(rows, question, *question.changedBy);
    return report;
}

std::vector<TriggerLine> triggersOf(const FigureReport& report)
{
    std::map<std::string, TriggerLine> lines;
    for (const auto& part : report.alerts.by.at(Dimension::Trigger))
        lines[part.id].alerts = &part.figure;
    std::vector<TriggerLine> all;
    for (auto& [trigger, line] : lines) {
        line.trigger = trigger;
        all.push_back(line);
    }
    return all;
}

}
