#include "routing/json/place.h"
#include "routing/proof/alignment.h"
#include "routing/proof/check.h"
#include "routing/proof/difference_search.h"
#include "routing/proof/tiers_as_policies.h"
#include "routing/qualification/gate.h"

namespace signalbox {
namespace {

void addTypesThatDiffer(const Rulebook& rulebook, const Rulebook& against, Findings& findings)
{
    for (const auto& [name, definition] : rulebook.attributes) {
        const auto other = against.attributes.find(name);
        if (other != against.attributes.end() && other->second.type != definition.type)
            findings.addUndecided("The type of " + name + " is another one: what that changes is not compared.", {},
                                  "/attributes/" + escapedForPointer(name));
    }
}

}

std::vector<Finding> compareRulebooks(const Rulebook& rulebook, const OpenIntervals& intervals, const Rulebook& against,
                                      const OpenIntervals& againstIntervals, Interval horizon,
                                      const ProofLimits& limits)
{
    const auto [before, both] = withOwnSchedules(intervals, withGates(against), againstIntervals);
    const Rulebook now = withGates(rulebook);
    const World world({&now, &before}, both, horizon);
    Prover prover(world, limits);
    Findings findings(limits);
    findDifferences(prover, PolicyOrder(now, world), PolicyOrder(before, world), Ranked::Policies, findings);
    const Rulebook tiers = tiersAsPolicies(now);
    const Rulebook tiersBefore = tiersAsPolicies(before);
    findDifferences(prover, PolicyOrder(tiers, world), PolicyOrder(tiersBefore, world), Ranked::Tiers, findings);
    findChangedRules(prover, now, before, findings);
    findChangedFields(rulebook, intervals, against, againstIntervals, findings);
    addTypesThatDiffer(rulebook, against, findings);
    return findings.take();
}

}
