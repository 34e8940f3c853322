#include "routing/proof/analyses.h"

#include "routing/proof/at_odds.h"
#include "routing/proof/first_where.h"
#include "routing/proof/places.h"
#include "routing/proof/witness.h"
#include "routing/rulebook/phrases.h"

#include <algorithm>

namespace signalbox {
namespace {

// Finds out about one policy.
class ReachabilityOfOne {
public:
    ReachabilityOfOne(Prover& prover, const PolicyOrder& order, std::size_t index, Findings& findings)
        : m_prover(prover), m_order(order), m_policy(order[index]), m_index(index), m_findings(findings)
    {
    }

    // A context in which it fires.
    std::optional<Values> look()
    {
        FirstWhere fires = whereFirst(m_prover, m_order, m_index);
        if (fires.yes()) {
            lookAtException(fires.witness);
            return std::move(fires.witness);
        }
        if (!fires.no())
            addUndecided();
        else if (fires.hiddenBy.empty())
            addContradiction();
        else
            m_findings.add(hidden(fires.hiddenBy, called(m_policy), "fire", placeOfPolicy()));
        return std::nullopt;
    }

private:
    std::string placeOfPolicy() const { return placeOf(m_policy, m_order.rulebook()); }

    void addUndecided()
    {
        m_findings.addUndecided("Whether " + called(m_policy) + " can ever fire was not decided.", m_policy.id,
                                placeOfPolicy());
    }

    void addContradiction()
    {
        const auto odds = partsAtOdds(m_prover, m_policy.when);
        if (!odds)
            return addUndecided();
        Finding finding = findingOf(*odds, m_order.rulebook(), "The condition of " + called(m_policy));
        finding.policy = m_policy.id;
        finding.place = odds->parts.size() == 1 ? placeOfPart(*odds->parts.front(), m_policy, m_order.rulebook())
                                                : placeOfPolicy() + "/when";
        m_findings.add(std::move(finding));
    }

    // One of the two sides is seen in the context that is known already.
    void lookAtException(const Values& fires)
    {
        if (!m_policy.exception)
            return;
        const Condition& exception = m_policy.exception->when;
        const bool wanted = !m_prover.world().holds(exception, fires);
        const FirstWhere other = whereFirst(m_prover, m_order, m_index, {{&exception, wanted}});
        if (other.no())
            m_findings.add(wanted ? neverExcepted(other.hiddenBy) : alwaysExcepted(other.hiddenBy));
        else if (!other.yes())
            addUndecided();
    }

    Finding neverExcepted(const std::vector<std::size_t>& hiddenBy) const
    {
        const std::string what = "The except block of " + called(m_policy);
        const std::string place = placeOfPolicy() + "/except";
        if (!hiddenBy.empty())
            return hidden(hiddenBy, what, "fire", place);
        Finding finding;
        finding.kind = FindingKind::Contradiction;
        finding.policy = m_policy.id;
        finding.message = what + " can never fire: its condition never holds together with the policy's.";
        finding.place = place + "/when";
        return finding;
    }

    Finding alwaysExcepted(const std::vector<std::size_t>& hiddenBy) const
    {
        const std::string what = "What " + called(m_policy) + " does without its except block";
        if (!hiddenBy.empty())
            return hidden(hiddenBy, what, "happen", placeOfPolicy() + "/actions");
        Finding finding;
        finding.kind = FindingKind::Unreachable;
        finding.policy = m_policy.id;
        finding.hiddenBy.push_back(m_policy.id);
        finding.message = what + " can never happen: whenever the policy fires, its except block takes over.";
        finding.place = placeOfPolicy() + "/actions";
        return finding;
    }

    Finding hidden(const std::vector<std::size_t>& hiddenBy, const std::string& what, const std::string& happens,
                   std::string place) const
    {
        Finding finding;
        finding.kind = FindingKind::Unreachable;
        finding.policy = m_policy.id;
        finding.place = std::move(place);
        std::vector<std::string> names;
        for (const std::size_t above : hiddenBy) {
            finding.hiddenBy.push_back(m_order[above].id);
            names.push_back(called(m_order[above]));
        }
        finding.message = what + " can never " + happens + ": " + joined(names, " and ")
            + (names.size() == 1 ? " takes" : " together take") + " every context it would handle.";
        return finding;
    }

    Prover& m_prover;
    const PolicyOrder& m_order;
    const Policy& m_policy;
    std::size_t m_index;
    Findings& m_findings;
};

}

Firing findUnreachable(Prover& prover, const PolicyOrder& order, Findings& findings)
{
    Firing firing(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        prover.limits().report("policies", i, order.size());
        if (prover.limits().left() <= 0) {
            findings.addUndecided("Whether they can ever fire was not decided for " + std::to_string(order.size() - i)
                                  + " policies: time was over.");
            break;
        }
        firing[i] = ReachabilityOfOne(prover, order, i, findings).look();
    }
    prover.limits().report("policies", order.size(), order.size());
    return firing;
}

void findGap(Prover& prover, const PolicyOrder& order, Findings& findings)
{
    prover.limits().report("contexts that no policy handles", 0, 1);
    FirstWhere none = whereFirst(prover, order, order.size());
    if (none.no())
        return;
    const auto isGap = [&order](const Values& values) { return order.isPlainlyFirst(order.size(), values); };
    if (!none.yes() || !isGap(none.witness))
        return findings.addUndecided("Whether every context is handled by some policy was not decided.");
    Finding finding;
    finding.kind = FindingKind::Gap;
    finding.witness = plainer(std::move(none.witness), prover.world(), isGap);
    finding.message = finding.witness->empty() ? "No policy handles a conversation of which nothing is known."
                                               : "No policy handles a conversation like this.";
    findings.add(std::move(finding));
}

}
