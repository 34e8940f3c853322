#pragma once

#include "model/domain/context.h"
#include "model/domain/conversation.h"
#include "model/domain/decision.h"
#include "model/domain/offer.h"
#include "routing/backtest/outcome.h"
#include "routing/engine.h"
#include "routing/trace/counterfactual.h"
#include "routing/trace/explanation_words.h"
#include "routing/trace/near_miss.h"
#include "routing/trace/observation.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace signalbox {

// Which decision is asked about.
struct WhyQuestion {
    ConversationId conversation;
    int moment = -1;               // its place among the conversation's decisions, from 0; −1: by time
    std::optional<Instant> at{};   // the last one made by then; none: the last of all
};

// One decision of the conversation, as the row of moments shows it.
struct DecisionHead {
    Instant at{};
    TierId tier;
    int tierRank = 0;
    Outcome::Kind kind = Outcome::Kind::Ai;
    std::string place;   // where the conversation was afterwards, in words
    bool operator==(const DecisionHead&) const = default;
};

// One value as a decision found it.
struct FactThen {
    std::string attribute;
    std::optional<Value> value{};   // none: missing, and asked for
    std::string source{};           // empty: worked out by the engine
    std::optional<Instant> at{};    // when it became known
    bool asked = false;             // by a rule that was looked at
    bool changedSince = false;
    std::optional<ContextEntry> now{};   // what it is by now, when it has changed; none: it is gone
    bool operator==(const FactThen&) const = default;
};

// A policy in the order of trial, as the decision found it.
struct PolicyMet {
    int number = 0;   // its place in that order, from 1
    PolicyId policy;
    std::string name;
    TraceStep::Outcome outcome = TraceStep::Outcome::NotReached;
    std::vector<Observation> comparisons{};   // from left to right; of one that was not reached, none
    NearMiss miss{};
    bool wouldHaveMatched = false;   // of one that was not reached
    bool operator==(const PolicyMet&) const = default;
};

// What the decision led to.
struct Happening {
    enum class Kind {
        Offered,
        Accepted,
        Declined,
        Lapsed,
        Withdrawn,
        ToQueue,
        ToAgent,
        ToAi,
        Answered,
        AnsweredByAi,
        DecidedAgain,
        Corrected,
        Closed
    };
    Kind kind = Kind::Offered;
    Instant at{};
    AgentId agent{};
    std::string words{};              // a queue, a reason, an outcome
    std::optional<seconds> after{};   // since the offer it answers was made
    bool operator==(const Happening&) const = default;
};

// One decision with everything that can be told of it, by the rulebook of its time.
struct ExplainedMoment {
    Conversation conversation;   // as it is now
    std::vector<DecisionHead> moments;
    int chosen = 0;
    std::shared_ptr<const Rulebook> rulebook;   // never null
    int version = 0;
    std::string publishedBy;
    Instant publishedAt{};
    Decision decision;
    Outcome outcome;                      // of this decision
    std::string place;                    // where it left the conversation
    std::vector<FactThen> facts;          // by their attributes' names
    std::vector<PolicyMet> path;          // all policies, in the order of trial
    std::vector<Offer> offers;            // made after it and before the next one
    std::vector<ExplanationPart> parts;   // the tier, the scores, alerts
    std::vector<Happening> next;
};

// A small change to what was known, and where it would have led.
struct AnotherWay {
    std::vector<ContextEdit> edits;
    bool surelySmallest = true;
    Decision decision{};
    Outcome outcome{};
    std::string place{};
};

}
