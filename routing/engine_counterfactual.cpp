// What would have led elsewhere: the engine's share in trace/counterfactual.h.
#include "routing/engine_state.h"
#include "routing/trace/counterfactual.h"

namespace signalbox {

Counterfactual Engine::whatWouldLeadTo(const Decision& decision, const Goal& goal) const
{
    const State& state = *m_state;
    std::vector<Way> ways;
    if (goal.kind == Goal::Kind::Tier) {
        std::vector<const Condition*> before;
        for (std::size_t i = 0; i < state.rulebook.tiers.size(); ++i) {
            const Condition& when = state.tiers.of(i, channelOf(decision.snapshot));
            if (state.rulebook.tiers[i].id.value == goal.id)
                ways.push_back({&when, before, {}, {}});
            before.push_back(&when);
        }
    } else
        ways = waysOf(goal, state.order);
    const auto test = [&](const Condition& condition, const Values& values) {
        return holds(condition, state.facts(values, decision.at));
    };
    const auto leadsThere = [&](const Values& values) {
        Decision other = decision;
        other.snapshot = values;
        other.policy.reset();
        other.byException = false;
        other.actions.clear();
        other.tier = {};
        other.requiredSkills.clear();
        other.responseTarget.reset();
        other.stoppedTransfer.reset();
        return isReached(goal, state.decideOn(std::move(other)));
    };
    return findCounterfactual(decision.snapshot, ways, test, leadsThere, goal.id);
}

}
