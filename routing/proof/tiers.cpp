// Tiers that no conversation is given, because it always gets a higher one.
#include "routing/proof/analyses.h"
#include "routing/proof/channels.h"
#include "routing/proof/first_where.h"
#include "routing/proof/set_by_actions.h"
#include "routing/proof/tiers_as_policies.h"
#include "routing/rulebook/phrases.h"

namespace signalbox {
Rulebook tiersAsPolicies(const Rulebook& rulebook)
{
    Rulebook ranking = rulebook;
    ranking.policies.clear();
    ranking.policiesOnly = false;
    for (const Tier& tier : rulebook.tiers) {
        Policy policy;
        policy.id.value = tier.id.value;
        policy.name = tier.name;
        policy.when = onAnyChannel(tier.when, tier.thresholds);
        policy.actions.emplace_back(SetTier{tier.id});
        ranking.policies.push_back(std::move(policy));
    }
    return ranking;
}

void findTiersNeverGiven(Prover& prover, const Rulebook& rulebook, Findings& findings)
{
    const Rulebook ranking = tiersAsPolicies(rulebook);
    const PolicyOrder order(ranking, prover.world());
    const std::set<TierId> setTiers = setByActions(rulebook).tiers;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (setTiers.contains(rulebook.tiers[i].id))
            continue;
        const FirstWhere answer = whereFirst(prover, order, i);
        const std::string place = "/tiers/" + std::to_string(i);
        if (!answer.yes() && !answer.no())
            findings.addUndecided("Whether tier " + called(order[i]) + " is ever given was not decided.", {}, place);
        if (!answer.no() || answer.hiddenBy.empty())
            continue;   // a condition that cannot hold at all is told as that
        std::vector<std::string> names;
        for (const std::size_t above : answer.hiddenBy)
            names.push_back(called(order[above]));
        Finding finding;
        finding.kind = FindingKind::Unreachable;
        finding.message = "Tier " + called(order[i]) + " is never given: " + joined(names, " and ")
            + (names.size() == 1 ? " takes" : " together take") + " every context it would.";
        finding.place = place;
        findings.add(std::move(finding));
    }
}

}
