#pragma once

#include "model/domain/decision.h"
#include "routing/rulebook/rulebook.h"
#include "routing/trace/destination.h"

#include <deque>
#include <functional>
#include <string>
#include <vector>

namespace signalbox {

// Where else a decision might have led.
struct Goal {
    enum class Kind { Policy, Tier, Queue, Agent } kind = Kind::Policy;
    std::string id;
    std::vector<QueueId> queues{};   // of an agent: those by which a conversation may come to them
    bool operator==(const Goal&) const = default;
};

// One attribute of the context with another value; none: missing.
struct ContextEdit {
    std::string attribute;
    std::optional<Value> from;
    std::optional<Value> to;
    bool operator==(const ContextEdit&) const = default;
};

// The smallest set of changes found that leads there, at most three; deciding with them has been tried.
struct Counterfactual {
    bool found = false;
    bool searchedAll = true;   // no smaller one among the boundary values of the conditions; false: the search was cut
    std::vector<ContextEdit> edits;
    bool operator==(const Counterfactual&) const = default;
};

// An agent is reached by a transfer to them, or by waiting in a queue of theirs for nobody else.
bool isReached(const Goal& goal, const Decision& decision, const Destination& destination);

// What has to hold to reach a goal.
struct Way {
    const Condition* when = nullptr;
    bool byPolicy = true;                     // `when` is a policy's, not a tier's
    std::vector<std::string> alsoMatters{};   // attributes of an except block, or that name the target
    std::vector<const Condition*> alsoBoundaries{};
};

// The ways to a goal, with the conditions made for them. Not to be copied: ways point at those.
class Ways {
public:
    Ways() = default;
    Ways(const Ways&) = delete;

    const Condition* keep(Condition condition) { return &m_made.emplace_back(std::move(condition)); }
    void add(Way way) { m_ways.push_back(std::move(way)); }
    const std::vector<Way>& all() const { return m_ways; }

private:
    std::deque<Condition> m_made;
    std::vector<Way> m_ways;
};

// Adds the ways by which policies, in their order, and the answer of the AI where none fires may lead to the goal.
void addWaysByPolicies(Ways& ways, const Goal& goal, const std::vector<const Policy*>& order, const Rulebook& rulebook);

// Where values lead: to the goal, or what decided otherwise; none when no condition stands in the way.
struct Attempt {
    bool reached = false;
    const Condition* decidedBy = nullptr;
};

// Searches by the number of changes, of as many in the order of the ways: first what a way asks for, then what stands in its way. `holds` tests a condition on
// values, `lead` decides on them. `named` is tried as a value of attributes that may name the target.
Counterfactual findCounterfactual(const Values& values, const Ways& ways,
                                  const std::function<bool(const Condition&, const Values&)>& holds,
                                  const std::function<Attempt(const Way&, const Values&)>& lead,
                                  const std::string& named);

}
