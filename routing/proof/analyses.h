#pragma once

#include "routing/proof/finding.h"
#include "routing/proof/policy_order.h"
#include "routing/proof/question.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox {

// Keeps what was found, and passes it on as it comes.
class Findings {
public:
    explicit Findings(const ProofLimits& limits) : m_limits(limits) { }

    void add(Finding finding);
    void addUndecided(std::string message, PolicyId policy = {}, std::string place = {});
    std::vector<Finding> take() { return std::move(m_all); }

private:
    const ProofLimits& m_limits;
    std::vector<Finding> m_all;
};

// By place in the order: a context in which the policy fires, where one is known.
using Firing = std::vector<std::optional<Values>>;

// The parts of checkRulebook, one file each. All rulebooks have their gates written out.
void findNeverOpen(const Rulebook& rulebook, const OpenIntervals& intervals, Findings& findings);
void findContradictions(Prover& prover, const Rulebook& rulebook, Findings& findings);   // in signals, criteria, alerts
void findTiersNeverGiven(Prover& prover, const Rulebook& rulebook, Findings& findings);
void findGap(Prover& prover, const PolicyOrder& order, Findings& findings);
void findCycles(Prover& prover, const PolicyOrder& order, Findings& findings);
Firing findUnreachable(Prover& prover, const PolicyOrder& order, Findings& findings);
// Parts of conditions of policies that can fire, each part of no use.
void findDeadParts(Prover& prover, const PolicyOrder& order, const Firing& firing, Findings& findings);
void findOverlaps(Prover& prover, const PolicyOrder& order, const Firing& firing, Findings& findings);

// The top-level parts of a condition: those of an `all`, or the condition itself.
std::vector<const Condition*> conjuncts(const Condition& condition);

}
