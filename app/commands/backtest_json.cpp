#include "app/commands/backtest_lines.h"

#include "model/figures/shares.h"
#include "routing/backtest/figures.h"

#include <nlohmann/json.hpp>

namespace signalbox {
namespace {

using Json = nlohmann::ordered_json;

QString lineOf(const Json& json)
{
    return QString::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + QChar(u'\n');
}

Json jsonOf(const ShareEstimate& estimate)
{
    return {{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
}

Json jsonOf(const Outcome& outcome)
{
    static constexpr const char* kinds[]{"ai", "queue", "agent"};
    Json json{{"owner", kinds[static_cast<std::size_t>(outcome.kind)]}};
    if (!outcome.target.empty())
        json["id"] = outcome.target;
    json["tier"] = outcome.tier.value;
    json["policy"] = outcome.policy ? Json(outcome.policy->value) : Json(nullptr);
    return json;
}

QString loads(const char* kind, const std::map<std::string, Shift>& shifts)
{
    QString lines;
    for (const auto& [name, shift] : shifts)
        lines += lineOf({{"kind", kind}, {"name", name}, {"before", shift.before}, {"after", shift.after}});
    return lines;
}

QString figures(const BacktestReport& report)
{
    QString lines;
    const std::int64_t of = report.conversations;
    for (const BacktestFigure& figure : figuresOf(report)) {
        const Shift& shift = figure.shift;
        lines += lineOf({{"kind", "share"},
                         {"name", figure.name},
                         {"of", of},
                         {"before", jsonOf(estimateShare(shift.before, of))},
                         {"after", jsonOf(estimateShare(shift.after, of))},
                         {"change", jsonOf(estimateChange(shift.before, shift.after, shift.both, of))}});
    }
    return lines;
}

}

QString backtestAsJsonLines(const BacktestReport& report, std::size_t mostMoved)
{
    QString lines = lineOf({{"kind", "summary"},
                            {"conversations", report.conversations},
                            {"decisions", report.decisions},
                            {"moved", report.moved},
                            {"tier_changed_only", report.tierChangedOnly},
                            {"from", report.decisions > 0 ? Json(toIso8601(report.from)) : Json(nullptr)},
                            {"to", report.decisions > 0 ? Json(toIso8601(report.to)) : Json(nullptr)},
                            {"not_recomputed", notRecomputed()}});
    for (const auto& [places, moved] : report.fromTo)
        lines += lineOf({{"kind", "from_to"}, {"from", places.first}, {"to", places.second}, {"conversations", moved}});
    lines += loads("destination", report.byDestination) + loads("agent", report.byAgent) + loads("tier", report.byTier);
    for (const auto& [alert, shift] : report.alerts)
        lines += lineOf({{"kind", "alert"},
                         {"alert", alert.value},
                         {"before_a_day", static_cast<double>(shift.before) / report.days},
                         {"after_a_day", static_cast<double>(shift.after) / report.days}});
    if (report.conversations > 0)
        lines += figures(report);
    for (const auto& [attribute, decisions] : report.notKept)
        lines += lineOf({{"kind", "not_kept"}, {"attribute", attribute}, {"decisions", decisions}});
    for (std::size_t i = 0; i < std::min(mostMoved, report.examples.size()); ++i) {
        const MovedConversation& moved = report.examples[i];
        lines += lineOf({{"kind", "moved"},
                         {"conversation", moved.id.value},
                         {"visitor", moved.visitorName},
                         {"at", toIso8601(moved.at)},
                         {"decision", moved.decision},
                         {"before", jsonOf(moved.before)},
                         {"after", jsonOf(moved.after)}});
    }
    return lines;
}

}
