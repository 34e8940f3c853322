#include "routing/proof/check.h"

#include "routing/proof/analyses.h"
#include "routing/qualification/gate.h"

#include <algorithm>

namespace signalbox {

Interval horizonOfProofs(const std::vector<const Rulebook*>& rulebooks, Instant now)
{
    constexpr std::chrono::days margin{8};
    constexpr std::chrono::years ahead{2};
    constexpr std::chrono::years furthest{50};
    Interval horizon{now - margin, now + ahead};
    for (const Rulebook* rulebook : rulebooks)
        for (const Instant at : momentsAskedFor(*rulebook))
            if (at > now - furthest && at < now + furthest) {
                horizon.from = std::min(horizon.from, Instant(at - margin));
                horizon.to = std::max(horizon.to, Instant(at + margin));
            }
    return horizon;
}

std::vector<Finding> checkRulebook(const Rulebook& rulebook, const OpenIntervals& intervals, Interval horizon,
                                   const ProofLimits& limits)
{
    const Rulebook gated = withGates(rulebook);
    const World world({&gated}, intervals, horizon);
    const PolicyOrder order(gated, world);
    Prover prover(world, limits);
    Findings findings(limits);
    findNeverOpen(gated, intervals, findings);
    findContradictions(prover, gated, findings);
    findTiersNeverGiven(prover, gated, findings);
    findGap(prover, order, findings);   // the quick ones before the one that may use up the time
    findCycles(prover, order, findings);
    const Firing firing = findUnreachable(prover, order, findings);
    findDeadParts(prover, order, firing, findings);
    if (limits.overlapsShown > 0)
        findOverlaps(prover, order, firing, findings);
    return findings.take();
}

std::vector<Finding> quickCheck(const Rulebook& rulebook, const OpenIntervals& intervals, Interval horizon,
                                ProofLimits limits)
{
    limits.overlapsShown = 0;
    if (limits.found)
        limits.found = [found = limits.found](const Finding& finding) {
            if (finding.kind != FindingKind::Undecided)
                found(finding);
        };
    auto findings = checkRulebook(rulebook, intervals, horizon, limits);
    std::erase_if(findings, [](const Finding& finding) { return finding.kind == FindingKind::Undecided; });
    return findings;
}

}
