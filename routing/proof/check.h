#pragma once

#include "routing/proof/finding.h"
#include "routing/proof/question.h"

#include <vector>

namespace signalbox {

// How far proofs look at schedules: from a week ago until two years from now, and around every moment within 50 years that
// a condition compares `now` with.
Interval horizonOfProofs(const std::vector<const Rulebook*>& rulebooks, Instant now);

// Everything that can be proved to be wrong or doubtful in a rulebook: conditions that can never hold, policies that never
// fire, policies that cross with different outcomes, contexts that none handles, schedules that never open, and cycles.
// "Never" is a proof over all contexts whose values have their attributes' types; where there was none in time, it says
// undecided. Safe on a thread of its own: it shares nothing, and tells of each finding as it is made. With 0 for
// `limits.overlapsShown` policies that cross are not looked for. `intervals`: when the schedules are open within `horizon`, which is as far as schedules are looked at.
std::vector<Finding> checkRulebook(const Rulebook& rulebook, const OpenIntervals& intervals, Interval horizon,
                                   const ProofLimits& limits);

// The same while somebody types: pairs that overlap are not looked for, and what `limits` leave no time for is left out
// instead of being told as undecided. What is found is as certain as ever; that nothing is found proves nothing.
std::vector<Finding> quickCheck(const Rulebook& rulebook, const OpenIntervals& intervals, Interval horizon,
                                ProofLimits limits);

// What policies decide otherwise in `rulebook` than in `against`, for each pair of policies that fire: a witness, and
// the condition in words. Nothing at all is the proof that no policy decision changes.
std::vector<Finding> compareRulebooks(const Rulebook& rulebook, const OpenIntervals& intervals, const Rulebook& against,
                                      const OpenIntervals& againstIntervals, Interval horizon,
                                      const ProofLimits& limits);

}
