#include "routing/proof/check.h"

#include "routing/proof/analyses.h"

#include <iterator>

namespace signalbox {

std::vector<Finding> checkRulebook(const Rulebook& rulebook, const OpenIntervals& intervals, Interval horizon,
                                   const ProofLimits& limits)
{
    const World world({&rulebook}, intervals, horizon);
    const PolicyOrder order(rulebook, world);
    Prover prover(world, limits);
    std::vector<Finding> findings;
    const auto add
        = [&findings](std::vector<Finding> more) { std::move(more.begin(), more.end(), std::back_inserter(findings)); };
    add(findNeverOpen(rulebook, intervals));
    add(findContradictions(prover, rulebook));
    auto gapAndCycles = findGap(prover, order);   // the quick ones before the one that may use up the time
    for (Finding& cycle : findCycles(prover, order))
        gapAndCycles.push_back(std::move(cycle));
    Reachability reachability = findUnreachable(prover, order);
    add(std::move(reachability.findings));
    add(std::move(gapAndCycles));
    add(findOverlaps(prover, order, reachability));
    return findings;
}

}
