#include "routing/proof/dead_parts.h"

#include "routing/conditions/walk.h"
#include "routing/proof/places.h"
#include "routing/rulebook/describe.h"
#include "routing/rulebook/phrases.h"
#include "routing/trace/boundary_values.h"

#include <algorithm>

namespace signalbox {
namespace {

class DeadPartSearch {
public:
    DeadPartSearch(Prover& prover, const Values& known) : m_prover(prover), m_known(known) { }

    // `given`: what holds together with the condition wherever it matters.
    void look(const Condition& condition, const std::vector<const Condition*>& given)
    {
        if (const auto* const all = std::get_if<AllOf>(&condition.node))
            for (const Condition& part : all->parts)
                look(part, withOthers(given, all->parts, part));
        else if (const auto* const any = std::get_if<AnyOf>(&condition.node))
            for (const Condition& part : any->parts)
                if (canHold(part, given))
                    look(part, given);
    }

    DeadParts take() { return std::move(m_found); }

private:
    static std::vector<const Condition*> withOthers(std::vector<const Condition*> given,
                                                    const std::vector<Condition>& parts, const Condition& part)
    {
        for (const Condition& other : parts)
            if (&other != &part)
                given.push_back(&other);
        return given;
    }

    bool canHold(const Condition& part, const std::vector<const Condition*>& given)
    {
        if (isSeen(part, given))
            return true;
        Question question(m_prover);
        question.require(part, true);
        for (std::size_t i = 0; i < given.size(); ++i)
            question.require(*given[i], true, static_cast<int>(i));
        const auto answer = question.answer();
        m_found.undecided += answer.unknown();
        if (!answer.no())
            return true;
        DeadPart dead{&part, {}};
        for (const int reason : question.fewest(answer.reasons))
            dead.because.push_back(given[static_cast<std::size_t>(reason)]);
        m_found.parts.push_back(std::move(dead));
        return false;
    }

    // In the known context, or in one that differs from it in one attribute: most parts need no solver.
    bool isSeen(const Condition& part, const std::vector<const Condition*>& given) const
    {
        const auto isGood = [&](const Values& values) {
            return m_prover.world().holds(part, values)
                && std::all_of(given.begin(), given.end(),
                               [&](const Condition* condition) { return m_prover.world().holds(*condition, values); });
        };
        if (isGood(m_known))
            return true;
        for (const std::string& attribute : attributesOf(part)) {
            Values values = m_known;
            for (auto& candidate : boundaryValues(attribute, {&part}, m_known, {})) {
                if (!candidate || typeOf(*candidate) != m_prover.world().typeOf(attribute))
                    continue;
                values.insert_or_assign(attribute, std::move(*candidate));
                if (isGood(values))
                    return true;
            }
        }
        return false;
    }

    Prover& m_prover;
    const Values& m_known;
    DeadParts m_found;
};

}

DeadParts deadParts(Prover& prover, const Condition& condition, const std::vector<const Condition*>& given,
                    const Values& known)
{
    DeadPartSearch search(prover, known);
    search.look(condition, given);
    return search.take();
}

Finding findingOf(const DeadPart& dead, const Rulebook& rulebook, const std::string& subject)
{
    std::vector<std::string> words;
    for (const Condition* const reason : dead.because)
        words.push_back(describe(*reason, rulebook));
    Finding finding;
    finding.kind = FindingKind::Contradiction;
    finding.message = subject + " has a part that can never hold: " + describe(*dead.part, rulebook)
        + (words.empty() ? "." : ", as it also asks that " + joined(words, " and ") + ".");
    return finding;
}

namespace {

class DeadPartsOfPolicies {
public:
    DeadPartsOfPolicies(Prover& prover, const PolicyOrder& order, Findings& findings)
        : m_prover(prover), m_order(order), m_findings(findings)
    {
    }

    void look(std::size_t index, const Values& firing)
    {
        const Policy& policy = m_order[index];
        const DeadParts own = deadParts(m_prover, policy.when, {}, firing);
        m_undecided += own.undecided;
        for (const DeadPart& dead : own.parts)
            add(policy, dead, "The condition of " + called(policy),
                placeOfPart(*dead.part, policy, m_order.rulebook()));
        if (policy.exception)
            lookAtException(policy);
    }

    std::size_t undecided() const { return m_undecided; }

private:
    // One that can never hold with its policy is told as that.
    void lookAtException(const Policy& policy)
    {
        const Condition& exception = policy.exception->when;
        Question question(m_prover);
        question.require(policy.when, true);
        question.require(exception, true);
        const auto answer = question.answer();
        m_undecided += answer.unknown();
        if (!answer.yes())
            return;
        const DeadParts own = deadParts(m_prover, exception, {&policy.when}, answer.witness);
        m_undecided += own.undecided;
        for (const DeadPart& dead : own.parts)
            add(policy, dead, "The except block of " + called(policy),
                placeOf(policy, m_order.rulebook()) + "/except/when" + pathTo(*dead.part, exception).value_or(""));
    }

    void add(const Policy& policy, const DeadPart& dead, const std::string& subject, std::string place)
    {
        Finding finding = findingOf(dead, m_order.rulebook(), subject);
        finding.policy = policy.id;
        finding.place = std::move(place);
        m_findings.add(std::move(finding));
    }

    Prover& m_prover;
    const PolicyOrder& m_order;
    Findings& m_findings;
    std::size_t m_undecided = 0;
};

}

void findDeadParts(Prover& prover, const PolicyOrder& order, const Firing& firing, Findings& findings)
{
    DeadPartsOfPolicies policies(prover, order, findings);
    for (std::size_t i = 0; i < order.size() && prover.limits().left() > 0; ++i) {
        prover.limits().report("parts of conditions", i, order.size());
        if (firing[i])
            policies.look(i, *firing[i]);
    }
    if (policies.undecided() > 0 || prover.limits().left() <= 0)
        findings.addUndecided("Whether every part of every condition can hold was not decided.");
}

}
