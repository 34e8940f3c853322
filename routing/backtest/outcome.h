#pragma once

#include "model/domain/decision.h"
#include "routing/rulebook/rulebook.h"

#include <optional>
#include <string>

namespace signalbox {

// Where a decision leads, to compare rulebooks by: who owns the conversation afterwards, and its tier.
struct Outcome {
    enum class Kind { Ai, Queue, Agent, LastAgent } kind = Kind::Ai;
    std::string target;               // queue or agent id; the fallback queue of LastAgent
    TierId tier;
    std::optional<PolicyId> policy;   // that fired

    // The policy is how, not where.
    bool sameAs(const Outcome& other) const
    {
        return kind == other.kind && target == other.target && tier == other.tier;
    }
    bool operator==(const Outcome&) const = default;
};

Outcome outcomeOf(const Decision& decision);
// "Enterprise East", "the AI", "agent Leila", "the last agent".
std::string destinationInWords(const Outcome& outcome, const Rulebook& rulebook);

}
