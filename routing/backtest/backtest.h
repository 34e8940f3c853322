#pragma once

#include "routing/backtest/replay.h"

#include <cstdint>
#include <functional>
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

// What the draft must know of the versions that decided the past, by their numbers. Of one that is not there nothing is
// taken over.
using VersionsThen = std::map<int, RulesThen>;

// Decides every decision of the conversation again with another rulebook: what signals see, scores, tiers and the policy
// are computed anew from what the snapshots hold; what people would have done afterwards is not guessed.
std::vector<Decision> decideUnder(const Engine& engine, const PastConversation& conversation,
                                  const VersionsThen& then = {});
// The same with what followed from each, then and now.
std::vector<PastDecision> decideUnder(const Engine& engine, const std::vector<PastDecision>& past,
                                      const VersionsThen& then);

struct MovedConversation {
    ConversationId id;
    std::string visitorName;
    Instant at{};               // of the first decision that parts
    std::size_t decision = 0;   // its place among the conversation's decisions
    Outcome before;             // where its decisions left it
    Outcome after;
    std::string from;   // the same places in words
    std::string to;
};

// How many of the past were so, and would have been so with the draft.
struct Shift {
    std::int64_t before = 0;
    std::int64_t after = 0;
    std::int64_t both = 0;   // the same conversations before and after; 0 where that is not asked

    bool operator==(const Shift&) const = default;
};

// What a draft would have done with the past. Counts are of conversations, by where their decisions left them.
struct BacktestReport {
    std::int64_t conversations = 0;
    std::int64_t decisions = 0;
    std::int64_t moved = 0;   // end up elsewhere, or with another tier
    std::int64_t tierChangedOnly = 0;
    std::map<std::pair<std::string, std::string>, std::int64_t>
        fromTo;   // destinations in words, of those who change it
    std::map<std::string, Shift> byDestination;
    std::map<std::string, Shift> byTier;    // the empty name: no tier
    std::map<std::string, Shift> byAgent;   // named by rules alone
    std::map<PolicyId, Shift> hits;         // by the policy that left them there; the empty id: none fired
    std::map<AlertId, Shift> alerts;        // firings at decisions
    Shift handedOff;                        // to a person or a queue of people
    Instant from{};                         // the first and the last decision looked at
    Instant to{};
    double days = 0;                               // of history looked at; at least one
    std::map<std::string, std::int64_t> notKept;   // attributes the draft looks at: decisions that did not keep them
    std::vector<MovedConversation> examples;       // bounded, oldest first
    bool cancelled = false;
};

// What Outcome is called, before and after.
using DestinationWords = std::function<std::string(const Outcome& outcome)>;

// Counts what moves. One for each thread; the log, the engine and the versions are shared.
class BacktestRun {
public:
    // Conversations whose last decision before `until` lies in [since, until). All references outlive the run.
    BacktestRun(const PastLog& log, const Engine& draft, const VersionsThen& then, Instant since, Instant until);
    ~BacktestRun();

    void look(const PastLog::Conversation& conversation);
    void merge(BacktestRun&& other);
    // `mostExamples` of the conversations that move.
    BacktestReport report(const DestinationWords& words, std::size_t mostExamples) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}
