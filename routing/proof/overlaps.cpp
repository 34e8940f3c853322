// Policies that cross: each handles contexts the other does not, and where both would, they do different things, so that
// only their order decides. One that is inside the other is no such pair: special before general is how rules are written.
#include "routing/proof/analyses.h"
#include "routing/proof/places.h"
#include "routing/proof/ranges.h"
#include "routing/proof/witness.h"

#include <algorithm>

namespace signalbox {
namespace {

class OverlapSearch {
public:
    OverlapSearch(Prover& prover, const PolicyOrder& order, const Firing& firing, Findings& findings)
        : m_prover(prover), m_order(order), m_firing(firing), m_findings(findings)
    {
        m_ranges.reserve(order.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            m_ranges.emplace_back(order[i].when, prover.world());
    }

    void search()
    {
        const std::size_t count = m_order.size();
        const std::size_t pairs = count * (count - std::min<std::size_t>(count, 1)) / 2;
        std::size_t done = 0;
        for (std::size_t above = 0; above < count; ++above) {
            m_prover.limits().report("pairs of policies", done, pairs);
            if (m_prover.limits().left() <= 0)
                return finish(pairs - done);
            for (std::size_t below = above + 1; below < count; ++below)
                isFull() ? countQuickly(above, below) : look(above, below);
            done += count - above - 1;
            if (m_counted > mostCounted)
                return finish(m_another ? 0 : pairs - done);
        }
        return finish(0);
    }

private:
    void look(std::size_t above, std::size_t below)
    {
        const auto& first = m_firing[above];
        const auto& second = m_firing[below];
        if (!first || !second || areApart(above, below))
            return;
        auto witness = both(above, below, *first, *second);
        if (witness && cross(above, below, *first, *second)) {
            m_findings.add(findingOf(above, below, std::move(*witness)));
            ++m_shown;
        }
    }

    bool isFull() const { return m_shown >= m_prover.limits().overlapsShown; }

    // Once enough are shown the others are only counted, where what is known of the two policies tells.
    void countQuickly(std::size_t above, std::size_t below)
    {
        const auto& first = m_firing[above];
        const auto& second = m_firing[below];
        ++m_counted;
        if (!first || !second || areApart(above, below))
            return;
        const auto holdsIn = [this](std::size_t index, const Values& values) {
            return m_prover.world().holds(m_order[index].when, values);
        };
        if (holdsIn(above, *second) || holdsIn(below, *first))
            return;
        Values merged = *first;
        merged.insert(second->begin(), second->end());
        const bool overlaps = holdsIn(above, merged) && holdsIn(below, merged)
            && m_order.actions(above, merged) != m_order.actions(below, merged);
        m_more += overlaps;
        if (overlaps && !m_another && isWitness(above, below, merged))
            m_another = findingOf(above, below, std::move(merged));
    }

    bool areApart(std::size_t above, std::size_t below) const
    {
        return neverDiffer(m_order[above], m_order[below]) || m_ranges[above].isDisjointFrom(m_ranges[below]);
    }

    static bool neverDiffer(const Policy& above, const Policy& below)
    {
        return above.actions == below.actions && !above.exception && !below.exception;
    }

    bool isWitness(std::size_t above, std::size_t below, const Values& values) const
    {
        return m_order.first(values) == above && m_prover.world().holds(m_order[below].when, values)
            && m_order.actions(above, values) != m_order.actions(below, values)
            && m_order.isPlainlyFirst(above, values);
    }

    // A context where the upper one fires and the lower one would, doing something else.
    std::optional<Values> both(std::size_t above, std::size_t below, const Values& first, const Values& second)
    {
        Values merged = first;
        merged.insert(second.begin(), second.end());
        if (isWitness(above, below, merged))
            return merged;
        if (m_prover.limits().left() <= 0) {
            ++m_undecided;
            return std::nullopt;
        }
        Question question(m_prover);
        question.require(m_order[above].when, true);
        question.require(m_order[below].when, true);
        for (int tries = 0; tries < mostTries; ++tries) {
            auto answer = question.answer();
            m_undecided += answer.unknown();
            if (!answer.yes())
                return std::nullopt;
            if (isWitness(above, below, answer.witness))
                return std::move(answer.witness);
            const std::size_t fires = m_order.first(answer.witness);
            if (fires < above)
                question.require(m_order[fires].when, false);
            else if (!excludeBranch(question, above, below, answer.witness))
                return std::nullopt;
        }
        ++m_undecided;
        return std::nullopt;
    }

    // They do the same here because of except blocks: look where one of these turns out otherwise.
    bool excludeBranch(Question& question, std::size_t above, std::size_t below, const Values& values) const
    {
        std::vector<Wish> otherwise;
        for (const std::size_t index : {above, below})
            if (const auto& exception = m_order[index].exception)
                otherwise.push_back({&exception->when, !m_prover.world().holds(exception->when, values)});
        question.requireOneOf(otherwise);
        return !otherwise.empty();
    }

    bool cross(std::size_t above, std::size_t below, const Values& first, const Values& second)
    {
        return holdsWithout(below, above, second) && holdsWithout(above, below, first);
    }

    bool holdsWithout(std::size_t holding, std::size_t other, const Values& known)
    {
        if (!m_prover.world().holds(m_order[other].when, known))
            return true;
        Question question(m_prover);
        question.require(m_order[holding].when, true);
        question.require(m_order[other].when, false);
        return question.answer().yes();
    }

    Finding findingOf(std::size_t above, std::size_t below, Values witness) const
    {
        witness = plainer(std::move(witness), m_prover.world(),
                          [&](const Values& values) { return isWitness(above, below, values); });
        const auto doing
            = [&](std::size_t index) { return inWords(m_order.actions(index, witness), m_order.rulebook()); };
        Finding finding;
        finding.kind = FindingKind::Overlap;
        finding.policy = m_order[below].id;
        finding.hiddenBy.push_back(m_order[above].id);
        finding.message = called(m_order[below]) + " and " + called(m_order[above])
            + " both hold here, and only their order decides: to " + doing(above) + ", not to " + doing(below) + ".";
        finding.witness = std::move(witness);
        finding.place = placeOf(m_order[below], m_order.rulebook());
        return finding;
    }

    void finish(std::size_t notLookedAt)
    {
        if (m_another) {
            m_another->message += " At least " + std::to_string(m_more) + " pairs overlap besides the "
                + std::to_string(m_shown) + " shown; this is one of them.";
            m_findings.add(std::move(*m_another));
        }
        if (m_undecided + notLookedAt > 0)
            m_findings.addUndecided("Whether they overlap was not decided for "
                                    + std::to_string(m_undecided + notLookedAt) + " pairs of policies.");
    }

    static constexpr int mostTries = 200;
    static constexpr std::size_t mostCounted = 1'000'000;   // pairs that are looked at once enough are shown

    Prover& m_prover;
    const PolicyOrder& m_order;
    const Firing& m_firing;
    std::vector<Ranges> m_ranges;   // by place in the order
    Findings& m_findings;
    std::size_t m_shown = 0;
    std::size_t m_counted = 0;
    std::size_t m_more = 0;             // counted, not shown
    std::optional<Finding> m_another;   // one of those
    std::size_t m_undecided = 0;
};

}

void findOverlaps(Prover& prover, const PolicyOrder& order, const Firing& firing, Findings& findings)
{
    OverlapSearch(prover, order, firing, findings).search();
}

}
