// How a decision came about: the engine's share in trace/explanation.h.
#include "routing/engine_state.h"
#include "routing/trace/explanation.h"

#include <algorithm>

namespace signalbox {
namespace {

RuleStep stepOf(const Condition& when, const Thresholds& thresholds, const Rulebook& rulebook, const Facts& facts)
{
    Observer observer(rulebook, facts);
    RuleStep step;
    step.comparisons = observer.everything(when);
    if (holds(when, facts)) {
        step.outcome = RuleStep::Outcome::Held;
        return step;
    }
    step.outcome = RuleStep::Outcome::DidNotHold;
    step.failure = observer.whatFailed(when);
    const std::string channel = channelOf(facts.values);
    if (const auto own = thresholds.find(channel);
        own != thresholds.end() && own->second.contains(step.failure->attribute))
        step.thresholdOf = channel;
    return step;
}

template <class Rule>
RuleStep named(RuleStep step, const Rule& rule)
{
    step.id = rule.id.value;
    step.name = rule.name.empty() ? rule.id.value : rule.name;
    return step;
}

TierReason reasonOf(const Decision& decision, int reached, const Rulebook& rulebook)
{
    for (const Action& action : decision.actions)
        if (std::holds_alternative<SetTier>(action))
            return TierReason::SetByPolicy;
    if (decision.tierRank < reached)
        return TierReason::Kept;
    return reached < static_cast<int>(rulebook.tiers.size()) ? TierReason::Held : TierReason::NoneHeld;
}

}

Explanation Engine::explain(const Decision& decision) const
{
    const State& state = *m_state;
    const Facts facts = state.facts(decision.snapshot, decision.at);
    const std::string channel = channelOf(decision.snapshot);
    const int reached = state.tiers.rank(channel, facts);
    Explanation explanation{decision, explain(decision.snapshot, decision.at)};
    if (decision.policy)
        explanation.fired = comparisonsOf(*decision.policy, decision);
    for (std::size_t i = 0; i < state.rulebook.tiers.size(); ++i) {
        const Tier& tier = state.rulebook.tiers[i];
        const bool looked = static_cast<int>(i) <= reached;
        explanation.tiers.push_back(named(
            looked ? stepOf(state.tiers.of(i, channel), tier.thresholds, state.rulebook, facts) : RuleStep{}, tier));
    }
    explanation.tierReason = reasonOf(decision, reached, state.rulebook);
    if (explanation.tierReason == TierReason::Kept)
        explanation.tierKeptUntil
            = decision.tierBefore->since + state.rulebook.tiers[static_cast<std::size_t>(decision.tierRank)].keepFor;
    for (std::size_t i = 0; i < state.rulebook.alerts.size(); ++i) {
        const AlertTrigger& alert = state.rulebook.alerts[i];
        explanation.alerts.push_back(
            named(stepOf(state.alerts.of(i, channel), alert.thresholds, state.rulebook, facts), alert));
    }
    explanation.leadsTo = destinationOf(decision, state.rulebook, state.intervals);
    return explanation;
}

std::vector<Observation> Engine::comparisonsOf(const PolicyId& id, const Decision& decision) const
{
    const State& state = *m_state;
    const Facts facts = state.facts(decision.snapshot, decision.at);
    const auto policy = std::find_if(state.gated.policies.begin(), state.gated.policies.end(),
                                     [&id](const Policy& other) { return other.id == id; });
    if (policy == state.gated.policies.end())
        return {};
    Observer observer(state.rulebook, facts);
    std::vector<Observation> observations = observer.everything(policy->when);
    if (policy->exception) {
        const auto more = observer.everything(policy->exception->when);
        observations.insert(observations.end(), more.begin(), more.end());
    }
    return observations;
}

}
