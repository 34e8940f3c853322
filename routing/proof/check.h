#pragma once

#include "routing/proof/finding.h"
#include "routing/proof/question.h"

#include <vector>

namespace signalbox {

// Everything that can be proved to be wrong or doubtful in a rulebook: conditions that can never hold, policies that never
// fire, policies that cross with different outcomes, contexts that none handles, schedules that never open, and cycles.
// "Never" is a proof over all contexts whose values have their attributes' types; where there was none in time, it says
// undecided. `intervals`: when the schedules are open within `horizon`, which is as far as schedules are looked at.
std::vector<Finding> checkRulebook(const Rulebook& rulebook, const OpenIntervals& intervals, Interval horizon,
                                   const ProofLimits& limits);

// What policies decide otherwise in `rulebook` than in `against`, for each pair of policies that fire: a witness, and
// the condition in words. Nothing at all is the proof that no policy decision changes.
std::vector<Finding> compareRulebooks(const Rulebook& rulebook, const OpenIntervals& intervals, const Rulebook& against,
                                      const OpenIntervals& againstIntervals, Interval horizon,
                                      const ProofLimits& limits);

}
