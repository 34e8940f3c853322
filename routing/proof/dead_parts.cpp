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
    finding.message = "A part of " + subject + " can never hold: " + describe(*dead.part, rulebook)
        + (words.empty() ? "." : ", as it also asks that " + joined(words, " and ") + ".");
    return finding;
}

void findDeadParts(Prover& prover, const PolicyOrder& order, const Firing& firing, Findings& findings)
{
    const Rulebook& rulebook = order.rulebook();
    std::size_t undecided = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        prover.limits().report("parts of conditions", i, order.size());
        const Policy& policy = order[i];
        if (!firing[i])
            continue;
        const DeadParts own = deadParts(prover, policy.when, {}, *firing[i]);
        undecided += own.undecided;
        for (const DeadPart& dead : own.parts) {
            Finding finding = findingOf(dead, rulebook, "the condition of " + called(policy));
            finding.policy = policy.id;
            finding.place = placeOfPart(*dead.part, policy, rulebook);
            findings.add(std::move(finding));
        }
    }
    if (undecided > 0)
        findings.addUndecided("Whether they can hold was not decided for " + std::to_string(undecided)
                              + " parts of conditions.");
}

}
