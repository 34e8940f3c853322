#include "routing/proof/at_odds.h"

#include "routing/proof/analyses.h"
#include "routing/rulebook/describe.h"
#include "routing/rulebook/phrases.h"

namespace signalbox {

std::vector<const Condition*> conjuncts(const Condition& condition)
{
    const auto* const all = std::get_if<AllOf>(&condition.node);
    if (!all)
        return {&condition};
    std::vector<const Condition*> parts;
    for (const Condition& part : all->parts)
        for (const Condition* const inner : conjuncts(part))
            parts.push_back(inner);
    return parts;
}

std::optional<AtOdds> partsAtOdds(Prover& prover, const Condition& condition, Values* holding)
{
    Question question(prover);
    const auto parts = conjuncts(condition);
    for (std::size_t i = 0; i < parts.size(); ++i)
        question.require(*parts[i], true, static_cast<int>(i));
    auto answer = question.answer();
    if (answer.yes() && holding)
        *holding = std::move(answer.witness);
    if (answer.yes())
        return std::nullopt;
    AtOdds odds{answer.no(), {}};
    if (answer.no())
        for (const int part : question.fewest(answer.reasons))
            odds.parts.push_back(parts[static_cast<std::size_t>(part)]);
    return odds;
}

Finding findingOf(const AtOdds& odds, const Rulebook& rulebook, const std::string& subject)
{
    Finding finding;
    if (!odds.isDecided) {
        finding.kind = FindingKind::Undecided;
        finding.message = subject + ": whether it can hold was not decided.";
        return finding;
    }
    finding.kind = FindingKind::Contradiction;
    finding.message = subject + " can never hold";
    std::vector<std::string> words;
    for (const Condition* const part : odds.parts)
        words.push_back(describe(*part, rulebook));
    finding.message
        += words.empty() ? "." : (words.size() > 1 ? ": no context has at once " : ": ") + joined(words, " and ") + ".";
    return finding;
}

}
