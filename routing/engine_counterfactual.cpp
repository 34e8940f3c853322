// What would have led elsewhere: the engine's share in trace/counterfactual.h.
#include "routing/engine_state.h"
#include "routing/trace/counterfactual.h"

#include <algorithm>

namespace signalbox {
namespace {

// What the decision was made from, and nothing of what was decided.
Decision undecided(const Decision& decision, const Values& values)
{
    Decision bare;
    bare.conversation = decision.conversation;
    bare.at = decision.at;
    bare.snapshot = values;
    bare.tierBefore = decision.tierBefore;
    bare.sentTo = decision.sentTo;
    return bare;
}

bool setsTier(const Decision& decision)
{
    return std::any_of(decision.actions.begin(), decision.actions.end(),
                       [](const Action& action) { return std::holds_alternative<SetTier>(action); });
}

// On this channel, and on each other that has thresholds of its own.
void addTierWays(Ways& ways, const Tier& tier, const TierConditions& tiers, std::size_t place,
                 const std::string& channel)
{
    ways.add({&tiers.of(place, channel), false});
    for (const auto& [other, thresholds] : tier.thresholds)
        if (other != channel) {
            const Condition isThere{Comparison{"conversation.channel", Operator::Eq, Value(other)}};
            ways.add({ways.keep({AllOf{{isThere, tiers.of(place, other)}}}), false});
        }
}

}

Counterfactual Engine::whatWouldLeadTo(const Decision& decision, const Goal& goal) const
{
    const State& state = *m_state;
    const auto& tiers = state.rulebook.tiers;
    const int place = goal.kind == Goal::Kind::Tier ? rankOf({goal.id}, tiers) : static_cast<int>(tiers.size());
    Ways ways;
    const bool mayBeGiven = rankKept(place, decision.tierBefore, tiers, decision.at) == place;
    if (const auto i = static_cast<std::size_t>(place); i < tiers.size() && mayBeGiven)
        addTierWays(ways, tiers[i], state.tiers, i, channelOf(decision.snapshot));
    addWaysByPolicies(ways, goal, state.order, state.rulebook);
    const auto test = [&](const Condition& condition, const Values& values) {
        return holds(condition, state.facts(values, decision.at));
    };
    const auto lead = [&](const Way& way, const Values& values) -> Attempt {
        const Decision other = state.decideOn(undecided(decision, values));
        if (isReached(goal, other, destinationOf(other, state.rulebook, state.intervals)))
            return {true, nullptr};
        const auto rank = static_cast<std::size_t>(other.tierRank);
        if (!way.byPolicy && !setsTier(other))
            return {false, rank < tiers.size() ? &state.tiers.of(rank, channelOf(values)) : nullptr};
        const Policy* const fired = state.firstMatch(values, decision.at);
        return {false, fired ? &fired->when : nullptr};
    };
    return findCounterfactual(decision.snapshot, ways, test, lead, goal.id);
}

}
