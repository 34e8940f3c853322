#pragma once

#include "model/domain/context.h"
#include "model/domain/conversation.h"
#include "model/domain/decision.h"
#include "routing/open_intervals.h"
#include "routing/rulebook/rulebook.h"

#include <map>
#include <memory>
#include <vector>

namespace signalbox {

// The first comparison of a policy that failed, or the schedule test, with what was found and what was wanted.
struct TraceStep {
    PolicyId policy;
    std::string name;
    enum class Outcome { Fired, DidNotMatch, Disabled, NotReached } outcome = Outcome::NotReached;
    std::string attribute;   // of the first comparison that failed; empty when it fired
    std::string found;       // "480", or "missing"
    std::string wanted;      // "at least 500"
    bool operator==(const TraceStep&) const = default;
};

// What the decision needs besides the context: everything is data.
struct DecisionInput {
    ConversationId conversation;
    Channel channel = Channel::Website;
    const Context* context = nullptr;
    const std::map<SignalId, Instant>* signalsObserved = nullptr;   // last time each signal was seen
    Values floor;   // live values of queues and agents: "queue.sales.waiting"
    std::optional<TierHeld> tierBefore{};   // what the last decision gave it, and since when
    std::vector<QueueId> sentTo{};          // where decisions sent it since anything but time changed, oldest first
};

// The queue that a decision's actions send it to; none when they do not, or name it by an attribute that is missing.
std::optional<QueueId> queueItIsSentTo(const Decision& decision);

class PolicyIndex;
struct Counterfactual;
struct Explanation;
struct Observation;
struct Goal;

// A compiled rulebook. Immutable and safe to share between threads; no clock, no randomness, no I/O inside.
class Engine {
public:
    Engine(Rulebook rulebook, int version, OpenIntervals intervals);
    ~Engine();

    const Rulebook& rulebook() const;
    int version() const;
    const OpenIntervals& openIntervals() const;

    // Closes the context: plain values that have not expired, channel, now, the scores that signals count for, schedule
    // states, floor values.
    Values close(const DecisionInput& input, Instant now) const;

    // The same input gives the same decision, for ever.
    Decision decide(const DecisionInput& input, Instant now) const;
    // Decides again from what a decision kept; equal to it when nothing is wrong.
    Decision decideAgain(const Decision& decision) const;
    Decision decideAgain(Decision&& decision) const;   // its context goes over into the new one
    // Decides on a closed context exactly as it stands in `bare`, scores and schedules' states included: to try values on.
    // Of `bare` only what a decision is made from is looked at: conversation, moment, context, and what was before.
    Decision decideAsItStands(const Decision& bare) const;

    // For bare contexts (signalbox decide): the first policy that fires, or every policy whose condition holds, in order.
    const Policy* firstMatch(const Values& values, Instant now) const;
    std::vector<const Policy*> allMatches(const Values& values, Instant now) const;

    // The same without a detour over plain values: the index, and the policies at its places.
    const PolicyIndex& policyIndex() const;
    const std::vector<const Policy*>& policiesInOrder() const;

    // What the policy does with these values: its own actions, or those of its except block when that holds.
    const std::vector<Action>& actionsOf(const Policy& policy, const Values& values, Instant now) const;

    // Alert triggers whose condition holds for these values on their channel.
    std::vector<const AlertTrigger*> alertsThatHold(const Values& values, Instant now) const;
    // Those that stay on once they are: the same with each threshold eased by its margin.
    std::vector<const AlertTrigger*> alertsThatStay(const Values& values, Instant now) const;

    // Every policy in order, up to the one that fired, each with the first comparison that failed.
    std::vector<TraceStep> explain(const Values& snapshot, Instant at) const;

    // How its policy, its tier and its alerts came about: see routing/trace/explanation.h.
    Explanation explain(const Decision& decision) const;
    // Every comparison of one policy, from left to right, as this decision found it; empty for one that is not there.
    std::vector<Observation> comparisonsOf(const PolicyId& policy, const Decision& decision) const;

    // The smallest set of changes to its context that would have led this decision to the goal.
    Counterfactual whatWouldLeadTo(const Decision& decision, const Goal& goal) const;

    // Signals whose condition holds now and mentions one of the attributes that changed: seen just now.
    std::vector<SignalId> observe(const Values& values, const std::vector<std::string>& changedAttributes,
                                  Instant now) const;
    // weight * 2^(-age/half-life) of each signal that was seen, and the score it counts for.
    std::vector<SignalShare> signalShares(const std::map<SignalId, Instant>& observed, Instant now) const;

private:
    struct State;
    std::unique_ptr<const State> m_state;
};

}
