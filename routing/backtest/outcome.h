#pragma once

#include "model/domain/decision.h"
#include "routing/open_intervals.h"
#include "routing/rulebook/rulebook.h"

#include <functional>
#include <optional>
#include <string>

namespace signalbox {

// Where a decision leads, to compare rulebooks by: who owns the conversation afterwards, and its tier.
struct Outcome {
    enum class Kind { Ai, Queue, Agent } kind = Kind::Ai;
    std::string target;   // queue or agent id
    TierId tier;
    std::optional<PolicyId> policy;   // that fired

    bool sameOwner(const Outcome& other) const { return kind == other.kind && target == other.target; }
    // The policy is how, not where.
    bool sameAs(const Outcome& other) const { return sameOwner(other) && tier == other.tier; }
    bool operator==(const Outcome&) const = default;
};

// As the router carries it out (see destinationOf). An agent is the one the rules name, whether or not they were online.
// Ai: the AI has it, or the decision leaves it where it is.
Outcome outcomeOf(const Decision& decision, const Rulebook& rulebook, const OpenIntervals& intervals);

// Brings the place of a conversation up to date with its next decision. The AI has it at first; what is with people does
// not go back to the AI.
void follow(Outcome& place, const Outcome& next);

// "Enterprise East", "the AI", "agent Leila". Agents are called by their ids where nobody knows better.
std::string destinationInWords(const Outcome& outcome, const Rulebook& rulebook,
                               const std::function<std::string(const AgentId&)>& agentName = nullptr);

}
