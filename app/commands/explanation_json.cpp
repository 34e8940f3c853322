#include "app/commands/explanation.h"

#include "model/domain/names.h"
#include "routing/rulebook/rulebook_json.h"
#include "routing/rulebook/write_condition.h"
#include "routing/trace/counterfactual.h"

#include <nlohmann/json.hpp>

namespace signalbox {
namespace {

using Json = nlohmann::ordered_json;

std::string_view nameOf(TraceStep::Outcome outcome)
{
    switch (outcome) {
    case TraceStep::Outcome::Fired:
        return "fired";
    case TraceStep::Outcome::DidNotMatch:
        return "did_not_match";
    case TraceStep::Outcome::Disabled:
        return "disabled";
    case TraceStep::Outcome::NotReached:
        break;
    }
    return "not_reached";
}

Json toJson(const TraceStep& step)
{
    Json json{{"policy", step.policy.value}, {"name", step.name}, {"outcome", nameOf(step.outcome)}};
    if (step.outcome == TraceStep::Outcome::DidNotMatch) {
        json["attribute"] = step.attribute;
        json["found"] = step.found;
        json["wanted"] = step.wanted;
    }
    return json;
}

Json toJson(const Owner& owner)
{
    return {{"kind", signalbox::nameOf(owner.kind)}, {"queue", owner.queue.value}, {"agent", owner.agent.value}};
}

Json toJson(const std::optional<Value>& value)
{
    return value ? Json::parse(printJson(writeValue(*value), -1), nullptr, false) : Json();
}

Json toJson(const CriterionResult& criterion)
{
    return {{"criterion", criterion.id.value},
            {"state", signalbox::nameOf(criterion.state)},
            {"required", criterion.required},
            {"evidence", criterion.evidence}};
}

// What would have led to each other tier and queue.
Json counterfactuals(const Engine& engine, const Decision& decision)
{
    std::vector<std::pair<const char*, Goal>> goals;
    for (const Tier& tier : engine.rulebook().tiers)
        goals.push_back({"tier", {Goal::Kind::Tier, tier.id.value}});
    for (const Queue& queue : engine.rulebook().queues)
        goals.push_back({"queue", {Goal::Kind::Queue, queue.id.value}});
    Json all = Json::array();
    for (const auto& [kind, goal] : goals) {
        if (isReached(goal, decision))
            continue;
        const Counterfactual found = engine.whatWouldLeadTo(decision, goal);
        Json changes = Json::array();
        for (const ContextEdit& edit : found.edits)
            changes.push_back({{"attribute", edit.attribute}, {"from", toJson(edit.from)}, {"to", toJson(edit.to)}});
        all.push_back({{kind, goal.id},
                       {"found", found.found},
                       {"searched_all", found.searchedAll},
                       {"changes", std::move(changes)}});
    }
    return all;
}

struct ToJson {
    PastRules& rules;

    Result<Json> operator()(const DecisionMade& made) const
    {
        const Decision& decision = made.decision;
        const auto then = rules.version(decision.rulebookVersion);
        if (!then)
            return tl::unexpected(then.error());
        Json json{{"kind", "decision"}, {"rulebook_version", decision.rulebookVersion}};
        json["policy"] = decision.policy ? Json(decision.policy->value) : Json();
        json["by_exception"] = decision.byException;
        json["tier"] = decision.tier.value;
        json["intent_score"] = decision.intentScore;
        json["actions"] = Json::parse(actionsToJson(decision.actions), nullptr, false);
        json["trace"] = Json::array();
        for (const TraceStep& step : (*then)->engine().explain(decision.snapshot, decision.at))
            json["trace"].push_back(toJson(step));
        json["qualification"] = Json::array();
        for (const CriterionResult& criterion : decision.qualification)
            json["qualification"].push_back(toJson(criterion));
        if (decision.stoppedTransfer)
            json["stopped_transfer"] = decision.stoppedTransfer->value;
        json["counterfactuals"] = counterfactuals((*then)->engine(), decision);
        return json;
    }
    Result<Json> operator()(const OwnerChanged& changed) const
    {
        return Json{
            {"kind", "owner"}, {"from", toJson(changed.from)}, {"to", toJson(changed.to)}, {"reason", changed.reason}};
    }
    Result<Json> operator()(const OfferMade& made) const
    {
        Json json{{"kind", "offer"},
                  {"offer", made.offer.id.value},
                  {"agent", made.offer.agent.value},
                  {"lapses_at", toIso8601(made.offer.lapsesAt)}};
        json["candidates"] = Json::array();
        for (const CandidateReason& candidate : made.offer.candidates)
            json["candidates"].push_back(
                {{"agent", candidate.agent.value}, {"chosen", candidate.chosen}, {"reason", candidate.reason}});
        return json;
    }
    Result<Json> operator()(const OfferEnded& ended) const
    {
        return Json{{"kind", "offer_ended"},
                    {"offer", ended.offer.value},
                    {"agent", ended.agent.value},
                    {"outcome", signalbox::nameOf(ended.outcome)},
                    {"reason", ended.reason}};
    }
    Result<Json> operator()(const ConversationClosed& closed) const
    {
        return Json{{"kind", "closed"}, {"by", closed.by.value}, {"outcome", closed.outcome}};
    }
    template <class NothingToExplain>
    Result<Json> operator()(const NothingToExplain&) const
    {
        return Json();
    }
};

}

Result<std::string> explanationAsJsonLines(const std::vector<Event>& events, PastRules& rules)
{
    std::string lines;
    for (const Event& event : events) {
        auto json = std::visit(ToJson{rules}, event.payload);
        if (!json)
            return tl::unexpected(json.error());
        if (json->is_null())
            continue;
        (*json)["at"] = toIso8601(event.at);
        lines += json->dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    }
    return lines;
}

}
