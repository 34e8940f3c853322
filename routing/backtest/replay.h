#pragma once

#include "routing/backtest/past_log.h"
#include "routing/engine.h"

#include <set>

namespace signalbox {

// What of an earlier version the draft takes over, because it would be the same with it.
struct RulesThen {
    std::set<SignalId> sameSignals;   // those whose condition the draft has too: it sees them when they were seen
    std::set<Score> scores;           // that were summed then
    std::set<std::string> notKept;    // attributes that only the draft looks at, so that no snapshot has them
};
inline const RulesThen nothingTakenOver{};
RulesThen rulesThen(const Rulebook& then, const Rulebook& draft);

// The decision with where it leads and the alerts it sounds, by the rules that made it.
PastDecision withConsequences(const Engine& engine, Decision decision);

// One decision of the past, as far as it matters for deciding it again.
struct PastMoment {
    Instant at{};
    const RulesThen& then;
    const std::map<SignalId, Instant>& seen;   // signals, when they were last seen, by the rules of the time
    const std::vector<std::string>& changed;   // attributes, since the conversation's last decision
    bool onlyTimePassed = false;               // since then
    bool wasStopped = false;                   // a transfer that would have gone round
    const std::vector<QueueId>& sentTo;        // then: where it had been sent before
    const Outcome& ledTo;
};

// Decides the conversations of the past again with another rulebook, in order. Signals are seen, tiers kept and transfers
// stopped by its own rules; the history of the conversation is the one there was.
class Replay {
public:
    explicit Replay(const Engine& engine);   // outlives the replay

    void start(const ConversationId& conversation);
    // `values`: as the snapshot has them; they are in the decision's snapshot afterwards.
    PastDecision next(Values values, const PastMoment& moment);

private:
    void observe(const Values& values, const PastMoment& moment);
    Decision decide(Values values, const PastMoment& moment);
    void remember(const PastDecision& made, const PastMoment& moment);

    const Engine& m_engine;
    std::set<Score> m_scores;
    ConversationId m_conversation;
    std::map<SignalId, Instant> m_observed;
    std::optional<TierHeld> m_held;
    std::vector<QueueId> m_sentTo;
    bool m_parted = false;   // some decision led elsewhere than it did
};

}
