#pragma once

#include "routing/trace/explanation.h"

#include <functional>

namespace signalbox {

// One part of an explanation as sentences: its heading, and a line for each thing that was looked at.
struct ExplanationPart {
    std::string title;
    std::vector<std::string> lines;
    bool operator==(const ExplanationPart&) const = default;
};

// What ids of agents are called.
using AgentNames = std::function<std::string(const AgentId&)>;

// All parts that have something to say: policies, tier, scores, qualification, alerts, actions, what would have led
// elsewhere. Offers are told by themselves (roundInWords).
std::vector<ExplanationPart> inWords(const Explanation& explanation, const Rulebook& rulebook,
                                     const AgentNames& agentName);

// "Matched together with 2 others; in turn …"; empty when taking turns would have come out the same.
std::string roundInWords(const Offer& offer);

// "crm.deal_size €50,000 instead of €42,000".
std::string editInWords(const ContextEdit& edit, const Rulebook& rulebook);

}
