#include "routing/trace/explanation_json.h"

#include "model/domain/names.h"
#include "routing/rulebook/write_condition.h"

#include <array>

namespace signalbox {
namespace {

template <std::size_t Count, class Enum>
JsonTree word(const std::array<std::string_view, Count>& words, Enum which)
{
    return JsonTree::ofText(words.at(static_cast<std::size_t>(which)));
}

JsonTree idOrNull(const std::string& id) { return id.empty() ? JsonTree{} : JsonTree::ofText(id); }

template <class List, class Write>
JsonTree listOf(const List& list, Write write)
{
    JsonTree array = JsonTree::array();
    for (const auto& entry : list)
        array.add(write(entry));
    return array;
}

void addObservation(JsonTree& object, const Observation& observed)
{
    object.set("attribute", JsonTree::ofText(observed.attribute)).set("found", JsonTree::ofText(observed.found));
    object.set("wanted", JsonTree::ofText(observed.wanted));
}

JsonTree writeObservation(const Observation& observed)
{
    JsonTree object = JsonTree::object();
    addObservation(object, observed);
    return object.set("holds", JsonTree::ofBoolean(observed.holds));
}

JsonTree writeRule(const char* kind, const RuleStep& step)
{
    constexpr std::array<std::string_view, 3> outcomes{"held", "did_not_hold", "not_reached"};
    JsonTree object = JsonTree::object();
    object.set(kind, JsonTree::ofText(step.id)).set("name", JsonTree::ofText(step.name));
    object.set("outcome", word(outcomes, step.outcome));
    if (step.failure)
        addObservation(object, *step.failure);
    if (!step.thresholdOf.empty())
        object.set("threshold_of", JsonTree::ofText(step.thresholdOf));
    return object.set("comparisons", listOf(step.comparisons, writeObservation));
}

JsonTree writeShare(const SignalShare& share)
{
    JsonTree object = JsonTree::object();
    object.set("signal", JsonTree::ofText(share.id.value)).set("score", JsonTree::ofText(nameOf(share.score)));
    object.set("points", JsonTree::ofNumber(share.points));
    return object.set("observed_at", JsonTree::ofText(toIso8601(share.observedAt)));
}

JsonTree writeCriterion(const CriterionResult& criterion)
{
    JsonTree object = JsonTree::object();
    object.set("criterion", JsonTree::ofText(criterion.id.value));
    object.set("state", JsonTree::ofText(nameOf(criterion.state)));
    object.set("required", JsonTree::ofBoolean(criterion.required));
    return object.set("evidence", JsonTree::ofText(criterion.evidence));
}

JsonTree writeEdit(const ContextEdit& edit)
{
    const auto value = [](const std::optional<Value>& given) { return given ? writeValue(*given) : JsonTree{}; };
    JsonTree object = JsonTree::object();
    object.set("attribute", JsonTree::ofText(edit.attribute));
    return object.set("from", value(edit.from)).set("to", value(edit.to));
}

JsonTree writeElsewhere(const Elsewhere& place)
{
    static const std::array<std::string, 4> kinds{"policy", "tier", "queue", "agent"};
    constexpr std::array<std::string_view, 6> answers{"led_there",       "changes",      "nothing_found",
                                                      "not_in_rulebook", "switched_off", "higher_tier_kept"};
    JsonTree object = JsonTree::object();
    object.set(kinds.at(static_cast<std::size_t>(place.goal.kind)), JsonTree::ofText(place.goal.id));
    object.set("answer", word(answers, place.answer));
    object.set("found", JsonTree::ofBoolean(place.changes.found));
    object.set("searched_all", JsonTree::ofBoolean(place.changes.searchedAll));
    object.set("changes", listOf(place.changes.edits, writeEdit));
    if (place.goal.kind == Goal::Kind::Agent)
        object.set("hindrances", listOf(place.hindrances, JsonTree::ofText));
    return object;
}

void addTier(JsonTree& object, const Explanation& explanation)
{
    constexpr std::array<std::string_view, 4> reasons{"none_held", "held", "kept", "set_by_policy"};
    object.set("tier", JsonTree::ofText(explanation.decision.tier.value));
    object.set("tier_reason", word(reasons, explanation.tierReason));
    if (explanation.tierKeptUntil)
        object.set("tier_kept_until", JsonTree::ofText(toIso8601(*explanation.tierKeptUntil)));
    object.set("tiers", listOf(explanation.tiers, [](const RuleStep& step) { return writeRule("tier", step); }));
}

}

JsonTree writeStep(const TraceStep& step)
{
    constexpr std::array<std::string_view, 4> outcomes{"fired", "did_not_match", "disabled", "not_reached"};
    JsonTree object = JsonTree::object();
    object.set("policy", JsonTree::ofText(step.policy.value)).set("name", JsonTree::ofText(step.name));
    object.set("outcome", word(outcomes, step.outcome));
    if (step.outcome == TraceStep::Outcome::DidNotMatch)
        addObservation(object, {step.attribute, step.found, step.wanted});
    return object;
}

JsonTree writeExplanation(const Explanation& explanation)
{
    const Decision& decision = explanation.decision;
    JsonTree object = JsonTree::object();
    object.set("rulebook_version", JsonTree::ofNumber(decision.rulebookVersion));
    object.set("policy", idOrNull(decision.policy ? decision.policy->value : ""));
    object.set("by_exception", JsonTree::ofBoolean(decision.byException));
    object.set("actions", writeActions(decision.actions));
    object.set("trace", listOf(explanation.policies, writeStep));
    object.set("comparisons", listOf(explanation.fired, writeObservation));
    addTier(object, explanation);
    object.set("intent_score", JsonTree::ofNumber(decision.intentScore));
    object.set("signals", listOf(decision.signalShares, writeShare));
    object.set("qualification", listOf(decision.qualification, writeCriterion));
    object.set("alerts", listOf(explanation.alerts, [](const RuleStep& step) { return writeRule("alert", step); }));
    object.set("leads_to_queue", idOrNull(explanation.leadsTo.queue.value));
    object.set("leads_to_agent", idOrNull(explanation.leadsTo.agent.value));
    if (decision.stoppedTransfer)
        object.set("stopped_transfer", JsonTree::ofText(decision.stoppedTransfer->value));
    object.set("counterfactuals", listOf(explanation.elsewhere, writeElsewhere));
    return object;
}

}
