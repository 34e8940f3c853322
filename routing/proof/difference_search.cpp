#include "routing/proof/difference_search.h"

#include "routing/proof/alignment.h"
#include "routing/proof/places.h"
#include "routing/rulebook/describe.h"

#include <algorithm>
#include <set>

namespace signalbox {
namespace {

// The two sides: 0 is the rulebook, 1 what it is held against.
class DifferenceSearch {
public:
    DifferenceSearch(Prover& prover, const PolicyOrder& rulebook, const PolicyOrder& against, Ranked what,
                     Findings& findings)
        : m_prover(prover), m_sides{&rulebook, &against}, m_what(what), m_findings(findings)
    {
    }

    // Where both fired policies stand in both rulebooks, unchanged and in the same order, they are the same one: so a
    // difference needs a changed policy to fire on one side.
    void search()
    {
        const Changes changes = changesBetween(*m_sides[0], *m_sides[1]);
        const std::size_t total = changes.in[0].size() + changes.in[1].size();
        const std::string stage = m_what == Ranked::Policies ? "changed policies" : "changed tiers";
        std::size_t done = 0;
        for (const int side : {0, 1})
            for (const std::size_t changed : changes.in[static_cast<std::size_t>(side)]) {
                m_prover.limits().report(stage, done++, total);
                lookWhereFires(side, changed);
            }
        m_prover.limits().report(stage, total, total);
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
        if (here < m_sides[0]->size()) {
            const Policy& fires = (*m_sides[0])[here];
            finding.policy = m_what == Ranked::Policies ? fires.id : PolicyId{};
            finding.place = m_what == Ranked::Policies ? placeOf(fires, m_sides[0]->rulebook())
                                                       : "/tiers/" + std::to_string(here);
        }
        finding.message = "Now " + outcome(*m_sides[0], here, witness) + " Before, "
            + outcome(*m_sides[1], there, witness) + " This is so where " + condition(*m_sides[0], here)
            + ", and before, " + condition(*m_sides[1], there) + ".";
        finding.witness = std::move(witness);
        m_findings.add(std::move(finding));
    }

    std::string outcome(const PolicyOrder& order, std::size_t index, const Values& witness) const
    {
        const bool isNone = index == order.size();
        if (m_what == Ranked::Tiers)
            return isNone ? "no tier is given." : "the tier is " + called(order[index]) + ".";
        return isNone
            ? "no policy fires."
            : called(order[index]) + " fires: " + inWords(order.actions(index, witness), order.rulebook()) + ".";
    }

    std::string condition(const PolicyOrder& order, std::size_t index) const
    {
        if (index == order.size())
            return m_what == Ranked::Policies ? "no policy holds" : "no tier's condition holds";
        const std::string above = index == 0 ? ""
            : index == 1                     ? ", and the one above it does not hold"
                                             : ", and none of the " + std::to_string(index) + " above it holds";
        return describe(order[index].when, order.rulebook()) + above;
    }

    void addUndecided(const Policy& changed)
    {
        m_findings.addUndecided("Whether anything else differs where "
                                    + std::string(m_what == Ranked::Policies ? "" : "the tier is ") + called(changed)
                                    + (m_what == Ranked::Policies ? " fires" : "") + " was not decided.",
                                m_what == Ranked::Policies ? changed.id : PolicyId{});
    }

    Prover& m_prover;
    std::array<const PolicyOrder*, 2> m_sides;
    std::set<std::pair<std::size_t, std::size_t>> m_pairs;
    Ranked m_what;
    Findings& m_findings;
};

}

void findDifferences(Prover& prover, const PolicyOrder& rulebook, const PolicyOrder& against, Ranked what,
                     Findings& findings)
{
    DifferenceSearch(prover, rulebook, against, what, findings).search();
}

}
