#pragma once

#include "model/domain/offer.h"
#include "routing/engine.h"
#include "routing/trace/counterfactual.h"
#include "routing/trace/observation.h"

#include <string>
#include <vector>

namespace signalbox {

// A tier or an alert as it was looked at.
struct RuleStep {
    std::string id;
    std::string name;   // its id when it has none
    enum class Outcome { Held, DidNotHold, NotReached } outcome = Outcome::NotReached;
    std::optional<Observation> failure{};     // the first comparison that was not as wanted
    std::string thresholdOf{};                // the channel whose threshold stands in `failure`; empty: the rule's own
    std::vector<Observation> comparisons{};   // all of them, from left to right; none when it was not reached
    bool operator==(const RuleStep&) const = default;
};

// Why the decision gave the tier it gave.
enum class TierReason { NoneHeld, Held, Kept, SetByPolicy };

// Another place, and what would have led there.
struct Elsewhere {
    Goal goal;
    enum class Answer {
        LedThere,
        Changes,
        NothingFound,
        NotInRulebook,
        SwitchedOff,
        HigherTierKept
    } answer
        = Answer::NothingFound;
    Counterfactual changes{};                // the smallest; none are needed where it led there
    std::vector<std::string> hindrances{};   // of an agent: why each offer went to somebody else, as said then
    bool operator==(const Elsewhere&) const = default;
};

// Everything that can be told of one decision, computed when somebody asks.
struct Explanation {
    Decision decision;                  // what came out, with its qualification and signals
    std::vector<TraceStep> policies;    // up to and with the one that fired
    std::vector<Observation> fired{};   // every comparison of the policy that fired, and of its except block
    std::vector<RuleStep> tiers{};
    TierReason tierReason = TierReason::NoneHeld;
    std::optional<Instant> tierKeptUntil{};   // while a tier is kept
    std::vector<RuleStep> alerts{};
    Destination leadsTo{};
    std::vector<Offer> offers{};          // those that followed from it, with each candidate's reasons
    std::vector<Elsewhere> elsewhere{};   // in the order of the goals
};

// What is asked of an explanation besides how it came about.
struct Inquiry {
    std::vector<Goal> goals{};
    std::vector<Offer> offers{};   // those made after it and before the next decision
};

// The one way to explain: for a screen, in words (explanation_words.h) and as JSON (explanation_json.h).
Explanation explain(const Engine& engine, const Decision& decision, const Inquiry& inquiry);

// Each tier and each queue of the rulebook that the decision did not lead to.
std::vector<Goal> otherPlaces(const Engine& engine, const Decision& decision);

// The goal of reaching this agent: by name, or through a queue they belong to.
Goal goalOf(const Agent& agent, const Rulebook& rulebook);

}
