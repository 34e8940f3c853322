#include "routing/backtest/outcome.h"

#include "routing/assignment/open_queue.h"
#include "routing/trace/destination.h"

namespace signalbox {

Outcome outcomeOf(const Decision& decision, const Rulebook& rulebook, const OpenIntervals& intervals)
{
    Outcome outcome;
    outcome.tier = decision.tier;
    outcome.policy = decision.policy;
    const Destination destination = destinationOf(decision, rulebook, intervals);
    if (!destination.agent.empty()) {
        outcome.kind = Outcome::Kind::Agent;
        outcome.target = destination.agent.value;
    } else if (!destination.queue.empty()) {
        outcome.kind = Outcome::Kind::Queue;
        outcome.target = destination.queue.value;
    }
    return outcome;
}

void follow(Outcome& place, const Outcome& next)
{
    if (next.kind == Outcome::Kind::Ai && place.kind != Outcome::Kind::Ai)
        place.tier = next.tier;
    else
        place = next;
}

std::string destinationInWords(const Outcome& outcome, const Rulebook& rulebook,
                               const std::function<std::string(const AgentId&)>& agentName)
{
    if (outcome.kind == Outcome::Kind::Ai)
        return "the AI";
    if (outcome.kind == Outcome::Kind::Agent)
        return "agent " + (agentName ? agentName({outcome.target}) : outcome.target);
    const Queue* const queue = findQueue(rulebook, {outcome.target});
    return queue && !queue->name.empty() ? queue->name : outcome.target;
}

}
