#pragma once

#include "routing/proof/finding.h"
#include "routing/proof/policy_order.h"
#include "routing/proof/question.h"

#include <optional>
#include <vector>

namespace signalbox {

// What each policy's own questions have told: a context in which it fires, where there is one.
struct Reachability {
    std::vector<Finding> findings;
    std::vector<std::optional<Values>> fires;   // by place in the order
};

// The parts of checkRulebook, one file each.
std::vector<Finding> findContradictions(Prover& prover, const Rulebook& rulebook);   // outside policies
Reachability findUnreachable(Prover& prover, const PolicyOrder& order);
std::vector<Finding> findGap(Prover& prover, const PolicyOrder& order);
std::vector<Finding> findOverlaps(Prover& prover, const PolicyOrder& order, const Reachability& reachability);
std::vector<Finding> findNeverOpen(const Rulebook& rulebook, const OpenIntervals& intervals);
std::vector<Finding> findCycles(Prover& prover, const PolicyOrder& order);

// The top-level parts of a condition: those of an `all`, or the condition itself.
std::vector<const Condition*> conjuncts(const Condition& condition);
// The finding of a condition that cannot hold, naming as few of its parts as are at odds. Empty when it can hold;
// undecided when that is not known.
std::optional<Finding> contradictionIn(Prover& prover, const Condition& condition, const Rulebook& rulebook,
                                       const std::string& subject);

}
