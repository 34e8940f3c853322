#include "routing/proof/alignment.h"
#include "routing/proof/check.h"
#include "routing/proof/policy_order.h"
#include "routing/rulebook/describe.h"

#include <algorithm>
#include <iterator>

namespace signalbox {
namespace {

// The two sides: 0 is the rulebook, 1 what it is held against.
class DifferenceSearch {
public:
    DifferenceSearch(Prover& prover, const PolicyOrder& rulebook, const PolicyOrder& against)
        : m_prover(prover), m_sides{&rulebook, &against}
    {
    }

    // Where both fired policies stand in both rulebooks, unchanged and in the same order, they are the same one: so a
    // difference needs a changed policy to fire on one side.
    std::vector<Finding> search()
    {
        const Changes changes = changesBetween(*m_sides[0], *m_sides[1]);
        const std::size_t total = changes.in[0].size() + changes.in[1].size();
        std::size_t done = 0;
        for (const int side : {0, 1})
            for (const std::size_t changed : changes.in[static_cast<std::size_t>(side)]) {
                m_prover.limits().report("changed policies", done++, total);
                lookWhereFires(side, changed);
            }
        m_prover.limits().report("changed policies", total, total);
        return std::move(m_findings);
    }

private:
    void lookWhereFires(int side, std::size_t changed)
    {
        const PolicyOrder& order = *m_sides[static_cast<std::size_t>(side)];
        const PolicyOrder& other = *m_sides[static_cast<std::size_t>(1 - side)];
        Question question(m_prover);
        question.require(order[changed].when, true);
        for (;;) {
            auto answer = question.answer();
            if (answer.no())
                return;
            if (answer.unknown())
                return addUndecided(order[changed]);
            const std::size_t first = order.first(answer.witness);
            if (first != changed) {
                question.require(order[first].when, false);
                continue;
            }
            const std::size_t there = other.first(answer.witness);
            const bool differs = order.actions(changed, answer.witness) != other.actions(there, answer.witness);
            if (differs)
                add(side == 0 ? changed : there, side == 0 ? there : changed, answer.witness);
            excludeSame(question, order, changed, other, there, answer.witness, differs);
        }
    }

    // From here on: not where the same policy fires there. When both do the same, they may still differ where an except
    // block turns out otherwise.
    static void excludeSame(Question& question, const PolicyOrder& order, std::size_t here, const PolicyOrder& other,
                            std::size_t there, const Values& values, bool differs)
    {
        std::vector<Wish> otherwise;
        if (there < other.size())
            otherwise.push_back({&other[there].when, false});
        for (std::size_t above = 0; above < there; ++above)
            otherwise.push_back({&other[above].when, true});
        if (!differs) {
            addOtherBranch(otherwise, order, here, values);
            addOtherBranch(otherwise, other, there, values);
        }
        question.requireOneOf(otherwise);
    }

    static void addOtherBranch(std::vector<Wish>& otherwise, const PolicyOrder& order, std::size_t index,
                               const Values& values)
    {
        if (index >= order.size() || !order[index].exception)
            return;
        const bool isExcepted = &order.actions(index, values) == &order[index].exception->actions;
        otherwise.push_back({&order[index].exception->when, !isExcepted});
    }

    void add(std::size_t here, std::size_t there, Values witness)
    {
        if (!m_pairs.emplace(here, there).second)
            return;
        Finding finding;
        finding.kind = FindingKind::Difference;
        if (here < m_sides[0]->size())
            finding.policy = (*m_sides[0])[here].id;
        finding.message = outcome(*m_sides[0], here, witness) + " Before: " + outcome(*m_sides[1], there, witness)
            + " This is so where " + condition(*m_sides[0], here) + ", and before, " + condition(*m_sides[1], there)
            + ".";
        finding.witness = std::move(witness);
        m_findings.push_back(std::move(finding));
    }

    static std::string outcome(const PolicyOrder& order, std::size_t index, const Values& witness)
    {
        return index < order.size()
            ? called(order[index]) + " fires: " + inWords(order.actions(index, witness), order.rulebook()) + "."
            : "No policy fires.";
    }

    static std::string condition(const PolicyOrder& order, std::size_t index)
    {
        if (index == order.size())
            return "no policy holds";
        const std::string above = index == 0 ? ""
            : index == 1                     ? " and the one above it does not hold"
                                             : " and none of the " + std::to_string(index) + " above it holds";
        return describe(order[index].when, order.rulebook()) + above;
    }

    void addUndecided(const Policy& changed)
    {
        Finding finding;
        finding.kind = FindingKind::Undecided;
        finding.policy = changed.id;
        finding.message = "Whether anything else differs where " + called(changed) + " fires was not decided.";
        m_findings.push_back(std::move(finding));
    }

    Prover& m_prover;
    std::array<const PolicyOrder*, 2> m_sides;
    std::set<std::pair<std::size_t, std::size_t>> m_pairs;
    std::vector<Finding> m_findings;
};

}

std::vector<Finding> compareRulebooks(const Rulebook& rulebook, const OpenIntervals& intervals, const Rulebook& against,
                                      const OpenIntervals& againstIntervals, Interval horizon,
                                      const ProofLimits& limits)
{
    auto findings = whatCannotBeCompared(rulebook, against);
    const auto [renamed, both] = withOwnSchedules(intervals, against, againstIntervals);
    const World world({&rulebook, &renamed}, both, horizon);
    const PolicyOrder order(rulebook, world);
    const PolicyOrder before(renamed, world);
    Prover prover(world, limits);
    auto differences = DifferenceSearch(prover, order, before).search();
    std::move(findings.begin(), findings.end(), std::back_inserter(differences));
    return differences;
}

}
