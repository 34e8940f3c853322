#include "routing/proof/analyses.h"

#include "routing/rulebook/phrases.h"

#include <algorithm>

namespace signalbox {
namespace {

// Finds out about one policy. Those above are taken into account one after another, as they turn out to be in the way.
class ReachabilityOfOne {
public:
    ReachabilityOfOne(Prover& prover, const PolicyOrder& order, std::size_t index)
        : m_prover(prover), m_order(order), m_policy(order[index]), m_index(index)
    {
    }

    std::optional<Values> firing() const { return m_firing; }

    std::vector<Finding> findings()
    {
        const std::string subject = "The condition of " + called(m_policy);
        if (auto contradiction = contradictionIn(m_prover, m_policy.when, m_order.rulebook(), subject)) {
            contradiction->policy = m_policy.id;
            return {std::move(*contradiction)};
        }
        std::vector<Finding> findings;
        if (auto finding = firingIn(nullptr, false))
            findings.push_back(std::move(*finding));
        else if (m_policy.exception)
            lookAtException(findings);
        return findings;
    }

private:
    void lookAtException(std::vector<Finding>& findings)
    {
        const std::optional<Values> own = m_firing;
        for (const bool excepted : {true, false})
            if (auto finding = firingIn(&m_policy.exception->when, excepted))
                findings.push_back(std::move(*finding));
        m_firing = own;
    }

    // None when the policy can fire, with `part` as wanted.
    std::optional<Finding> firingIn(const Condition* part, bool wanted)
    {
        Question question(m_prover);
        question.require(m_policy.when, true);
        if (part)
            question.require(*part, wanted);
        for (;;) {
            auto answer = question.answer();
            if (!answer.yes())
                return answer.no() ? hidden(question, answer.reasons, part, wanted) : undecided();
            const std::size_t first = m_order.first(answer.witness);
            if (first == m_index) {
                m_firing = std::move(answer.witness);
                return std::nullopt;
            }
            question.require(m_order[first].when, false, static_cast<int>(first));
        }
    }

    Finding undecided() const
    {
        Finding finding;
        finding.kind = FindingKind::Undecided;
        finding.policy = m_policy.id;
        finding.message = "Whether " + called(m_policy) + " can ever fire was not decided.";
        return finding;
    }

    Finding hidden(Question& question, const std::vector<int>& reasons, const Condition* part, bool wanted) const
    {
        Finding finding;
        finding.kind = FindingKind::Unreachable;
        finding.policy = m_policy.id;
        std::vector<std::string> names;
        for (const int above : question.fewest(reasons)) {
            const Policy& policy = m_order[static_cast<std::size_t>(above)];
            finding.hiddenBy.push_back(policy.id);
            names.push_back(called(policy));
        }
        const std::string what = !part ? called(m_policy)
            : wanted                   ? "The except block of " + called(m_policy)
                                       : "What " + called(m_policy) + " does without its except block";
        if (!names.empty())
            finding.message = what + " can never " + (part && !wanted ? "happen" : "fire") + ": "
                + joined(names, " and ") + (names.size() == 1 ? " takes" : " together take")
                + " every context it would handle.";
        else if (wanted) {
            finding.kind = FindingKind::Contradiction;
            finding.message = what + " can never fire: its condition never holds together with the policy's.";
        } else {
            finding.hiddenBy.push_back(m_policy.id);
            finding.message = what + " can never happen: whenever the policy fires, its except block takes over.";
        }
        return finding;
    }

    Prover& m_prover;
    const PolicyOrder& m_order;
    const Policy& m_policy;
    std::size_t m_index;
    std::optional<Values> m_firing;
};

Finding outOfTime(std::size_t policies)
{
    Finding finding;
    finding.kind = FindingKind::Undecided;
    finding.message
        = "Whether they can ever fire was not decided for " + std::to_string(policies) + " policies: time was over.";
    return finding;
}

}

Reachability findUnreachable(Prover& prover, const PolicyOrder& order)
{
    Reachability reachability;
    for (std::size_t i = 0; i < order.size(); ++i) {
        prover.limits().report("policies", i, order.size());
        if (prover.limits().left() <= 0) {
            reachability.findings.push_back(outOfTime(order.size() - i));
            break;
        }
        ReachabilityOfOne one(prover, order, i);
        auto found = one.findings();
        std::move(found.begin(), found.end(), std::back_inserter(reachability.findings));
        reachability.fires.push_back(one.firing());
    }
    reachability.fires.resize(order.size());
    prover.limits().report("policies", order.size(), order.size());
    return reachability;
}

std::vector<Finding> findGap(Prover& prover, const PolicyOrder& order)
{
    Question question(prover);
    for (std::size_t taken = 0;; ++taken) {
        prover.limits().report("contexts that no policy handles", taken, order.size());
        auto answer = question.answer();
        if (answer.no())
            return {};
        Finding finding;
        if (answer.unknown()) {
            finding.kind = FindingKind::Undecided;
            finding.message = "Whether every context is handled by some policy was not decided.";
            return {finding};
        }
        const std::size_t first = order.first(answer.witness);
        if (first == order.size()) {
            finding.kind = FindingKind::Gap;
            finding.witness = std::move(answer.witness);
            finding.message = finding.witness->empty() ? "No policy handles a conversation of which nothing is known."
                                                       : "No policy handles a conversation like this.";
            return {finding};
        }
        question.require(order[first].when, false);
    }
}

}
