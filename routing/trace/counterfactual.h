#pragma once

#include "model/domain/decision.h"
#include "routing/rulebook/rulebook.h"

#include <functional>
#include <string>
#include <vector>

namespace signalbox {

// Where else a decision might have led.
struct Goal {
    enum class Kind { Policy, Tier, Queue, Agent } kind = Kind::Policy;
    std::string id;
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

bool isReached(const Goal& goal, const Decision& decision);

// What has to hold, with nothing before it, to reach a goal.
struct Way {
    const Condition* when = nullptr;
    std::vector<const Condition*> before;   // in order: the first of them that holds is in the way
    std::vector<std::string> alsoMatters;   // attributes of an except block, or that name the target
    std::vector<const Condition*> alsoBoundaries;
};

// Searches by the number of changes. `holds` tests a condition on values, `decide` decides on them.
Counterfactual findCounterfactual(const Values& values, const std::vector<Way>& ways,
                                  const std::function<bool(const Condition&, const Values&)>& holds,
                                  const std::function<bool(const Values&)>& leadsThere, const std::string& named);

// The ways by which policies, in their order, may lead to the goal.
std::vector<Way> waysOf(const Goal& goal, const std::vector<const Policy*>& order);

}
