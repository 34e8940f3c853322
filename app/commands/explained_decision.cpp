#include "app/commands/explanation.h"

#include <algorithm>

namespace signalbox {
namespace {

std::vector<Offer> offersAfter(const std::vector<Event>& events, std::size_t place)
{
    std::vector<Offer> offers;
    for (std::size_t i = place + 1; i < events.size(); ++i) {
        if (std::holds_alternative<DecisionMade>(events[i].payload))
            break;
        if (const auto* made = std::get_if<OfferMade>(&events[i].payload))
            offers.push_back(made->offer);
    }
    return offers;
}

// Agents are asked for by their id alone: the queues by which they can be reached are those of this rulebook.
Goal withQueues(const Goal& goal, const ToExplain& what, const Rulebook& rulebook)
{
    if (goal.kind == Goal::Kind::Agent)
        for (const auto& [agent, presence] : what.agents)
            if (agent.id.value == goal.id)
                return goalOf(agent, rulebook);
    return goal;
}

}

Result<ExplainedDecision> explainDecision(const ToExplain& what, std::size_t place, PastRules& rules)
{
    const Decision& decision = std::get<DecisionMade>(what.events[place].payload).decision;
    const auto then = rules.version(decision.rulebookVersion);
    if (!then)
        return tl::unexpected(then.error());
    const Engine& engine = (*then)->engine();
    Inquiry inquiry;
    for (const Goal& goal : what.asked)
        inquiry.goals.push_back(withQueues(goal, what, engine.rulebook()));
    if (inquiry.goals.empty())
        inquiry.goals = otherPlaces(engine, decision);
    inquiry.offers = offersAfter(what.events, place);
    return ExplainedDecision{*then, explain(engine, decision, inquiry)};
}

}
