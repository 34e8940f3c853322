#pragma once

#include "routing/backtest/outcome.h"
#include "routing/engine.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace signalbox {

// One conversation of the past, as its decisions kept it: their snapshots in order.
struct PastConversation {
    ConversationId id;
    Channel channel = Channel::Website;
    Origin origin = Origin::Live;
    std::string visitorName;
    std::vector<Decision> decisions;   // oldest first, at least one
};

// Decides every decision of the conversation again with another rulebook: what signals see, scores, tiers and the policy
// are computed anew from what the snapshots hold; what people would have done afterwards is not guessed.
std::vector<Decision> decideUnder(const Engine& engine, const PastConversation& conversation);

struct MovedConversation {
    ConversationId id;
    std::string visitorName;
    Instant at{};        // of the first decision that parts
    std::size_t decision = 0;   // its place among the conversation's decisions
    Outcome before;
    Outcome after;
};

struct Load { std::int64_t before = 0; std::int64_t after = 0; };

struct AlertLoad { std::int64_t before = 0; std::int64_t after = 0; };   // firings

// What a draft would have done with the past. Counts are of conversations, by their last decision that chose an owner.
struct BacktestReport {
    std::int64_t conversations = 0;
    std::int64_t decisions = 0;
    std::int64_t moved = 0;          // end up elsewhere, or with another tier
    std::int64_t tierChangedOnly = 0;
    std::map<std::pair<std::string, std::string>, std::int64_t> fromTo;   // destinations in words, moved ones only
    std::map<std::string, Load> byDestination;
    std::map<std::string, Load> byTier;
    std::map<std::string, Load> byAgent;         // named by rules alone
    std::map<PolicyId, Load> hits;
    std::map<AlertId, AlertLoad> alerts;
    double days = 0;                             // of history looked at
    std::vector<MovedConversation> examples;     // bounded, oldest first
    bool cancelled = false;
};

}
