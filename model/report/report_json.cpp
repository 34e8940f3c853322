#include "model/report/figure_report.h"

#include "model/domain/names.h"

#include <nlohmann/json.hpp>

namespace signalbox {
namespace {

using Json = nlohmann::ordered_json;

std::string jsonLine(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }

template <class T>
Json jsonOr(const std::optional<T>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json jsonOfShare(const std::optional<ShareEstimate>& share)
{
    return share ? Json{{"value", share->value}, {"low", share->low}, {"high", share->high}} : Json(nullptr);
}

Json jsonOfLine(const FigureLine& line)
{
    constexpr const char* units[]{"share", "kappa", "seconds"};
    Json json{{"kind", "figure"}, {"figure", line.figure}, {"measure", line.measure}};
    if (!line.by.empty()) {
        json["by"] = line.by;
        json["part"] = line.part;
        json["name"] = line.partName;
    }
    json["unit"] = units[static_cast<std::size_t>(line.unit)];
    json["value"] = jsonOr(line.value);
    json["low"] = jsonOr(line.low);
    json["high"] = jsonOr(line.high);
    json["n"] = line.of;
    if (line.notJudged)
        json["not_judged_share"] = *line.notJudged;
    if (!line.value)
        json["why"] = line.why;
    if (line.isMain) {
        json["thin"] = line.thin;
        json["rows"] = line.rows;
    }
    return json;
}

Json jsonOfTrigger(const TriggerLine& line)
{
    Json json{{"kind", "trigger"}, {"trigger", line.trigger}};
    if (line.alerts) {
        const AlertPrecision& alerts = *line.alerts;
        json["fired"] = alerts.fired;
        for (std::size_t cause = 1; cause < alerts.heldBack.size(); ++cause)
            json["held_back"][std::string(nameOf(static_cast<HeldBack>(cause)))] = alerts.heldBack[cause];
        json["true"] = alerts.truths;
        json["false"] = alerts.falses;
        json["unsure"] = alerts.unsure;
        json["precision"] = jsonOfShare(alerts.precision);
        json["acted_on"] = jsonOfShare(alerts.actedOnShare);
        json["over_by_itself"] = jsonOfShare(alerts.byItselfShare);
        const bool known = alerts.toAcknowledge && alerts.toAcknowledge->median;
        json["median_seconds_to_acknowledge"]
            = known ? Json(std::chrono::duration<double>(*alerts.toAcknowledge->median).count()) : Json(nullptr);
    }
    return json;
}

}

std::string reportAsJsonLines(const FigureReport& report)
{
    const FigureQuestion& asked = report.question;
    const auto moment = [](Instant at, Instant open) { return at == open ? Json(nullptr) : Json(toIso8601(at)); };
    std::string lines = jsonLine({{"kind", "report"},
                                  {"since", moment(asked.since, Instant::min())},
                                  {"until", moment(asked.until, Instant::max())},
                                  {"at", toIso8601(asked.now)},
                                  {"origin", nameOf(asked.origin)},
                                  {"events", report.upTo}});
    for (const FigureAbout& about : aboutFigures(report))
        lines += jsonLine({{"kind", "about"},
                           {"figure", about.figure},
                           {"name", about.name},
                           {"definition", about.definition},
                           {"notes", about.notes}});
    for (const FigureLine& line : linesOf(report))
        lines += jsonLine(jsonOfLine(line));
    const PriorityAccuracy& accuracy = report.accuracy.whole;
    lines += jsonLine({{"kind", "confusion"}, {"tiers", accuracy.classes}, {"first_by_true", accuracy.confusion}});
    for (const TriggerLine& line : triggersOf(report))
        lines += jsonLine(jsonOfTrigger(line));
    return lines;
}

}
