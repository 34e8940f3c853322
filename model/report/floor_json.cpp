#include "model/report/floor_lines.h"

#include "model/domain/names.h"

#include <nlohmann/json.hpp>

namespace signalbox {
namespace {

using FloorJson = nlohmann::ordered_json;

std::string floorJsonLine(const FloorJson& json)
{
    return json.dump(-1, ' ', false, FloorJson::error_handler_t::replace) + "\n";
}

FloorJson numberOr(const std::optional<double>& value) { return value ? FloorJson(*value) : FloorJson(nullptr); }

FloorJson jsonOf(const FloorQuestion& asked)
{
    const auto moment
        = [](Instant at, Instant open) { return at == open ? FloorJson(nullptr) : FloorJson(toIso8601(at)); };
    return {{"kind", "insights"},
            {"since", moment(asked.of.since, Instant::min())},
            {"until", moment(asked.of.until, Instant::max())},
            {"at", toIso8601(asked.of.now)},
            {"origin", nameOf(asked.of.origin)},
            {"by", nameOf(asked.by)},
            {"across", asked.across ? FloorJson(nameOf(*asked.across)) : FloorJson(nullptr)},
            {"zone", asked.zone.empty() ? "UTC" : asked.zone}};
}

FloorJson jsonOf(const FloorNumber& line, bool withRows)
{
    FloorJson json{{"kind", "value"}, {"measure", about(line.measure).id}};
    if (line.part) {
        json["part"] = line.part->id;
        json["name"] = line.part->name;
    }
    if (line.column) {
        json["column"] = line.column->id;
        json["column_name"] = line.column->name;
    }
    json["unit"] = nameOf(about(line.measure).unit);
    json["value"] = numberOr(line.value.value);
    json["low"] = numberOr(line.value.low);
    json["high"] = numberOr(line.value.high);
    json["n"] = line.value.of;
    if (!line.value.value)
        json["why"] = line.value.why;
    if (withRows)
        json["rows"] = conversationsBehind(*line.figures, line.measure);
    return json;
}

FloorJson jsonOf(const std::optional<Evenness>& evenness)
{
    return evenness ? FloorJson{{"jain", evenness->jain}, {"largest_of_mean", evenness->largestOfMean}}
                    : FloorJson(nullptr);
}

}

std::string floorAsJsonLines(const FloorReport& report)
{
    const FloorCounts& counts = report.counts;
    const bool one = report.only || counts.pivot;
    std::string lines = floorJsonLine(jsonOf(counts.question));
    for (const AboutFloorMeasure& said : floorMeasures())
        if (!one || said.measure == counts.question.measure)
            lines += floorJsonLine(
                {{"kind", "about"}, {"measure", said.id}, {"name", said.name}, {"definition", said.definition}});
    // The rows behind all measures would say the same again and again.
    for (const FloorNumber& line : linesOf(report))
        lines += floorJsonLine(jsonOf(line, one || line.measure == FloorMeasure::Conversations));
    lines += floorJsonLine({{"kind", "fairness"},
                            {"agents", counts.fairness.agents},
                            {"conversations", jsonOf(counts.fairness.conversations)},
                            {"hours", jsonOf(counts.fairness.hours)},
                            {"why", counts.fairness.why}});
    return lines;
}

}
