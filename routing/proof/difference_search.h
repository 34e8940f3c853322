#pragma once

#include "routing/proof/analyses.h"

namespace signalbox {

enum class Ranked { Policies, Tiers };   // what the sentences are about

// What the first to hold does otherwise in `rulebook` than in `against`, once for each pair of those that fire.
void findDifferences(Prover& prover, const PolicyOrder& rulebook, const PolicyOrder& against, Ranked what,
                     Findings& findings);
// Signals, criteria and alerts that hold elsewhere than before, and what else is new, gone or otherwise in them.
void findChangedRules(Prover& prover, const Rulebook& rulebook, const Rulebook& against, Findings& findings);
// Fields of tiers and queues, and schedules of queues, that are not what they were.
void findChangedFields(const Rulebook& rulebook, const OpenIntervals& intervals, const Rulebook& against,
                       const OpenIntervals& againstIntervals, Findings& findings);

}
