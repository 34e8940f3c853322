#include "routing/proof/analyses.h"

#include "routing/rulebook/describe.h"
#include "routing/rulebook/phrases.h"

namespace signalbox {
namespace {

void replaceNumbers(Condition& condition, const std::map<std::string, double>& thresholds)
{
    if (auto* const comparison = std::get_if<Comparison>(&condition.node)) {
        const auto threshold = thresholds.find(comparison->attribute);
        const auto* const value = std::get_if<Value>(&comparison->operand);
        if (threshold != thresholds.end() && value && std::holds_alternative<double>(*value))
            comparison->operand = Value{threshold->second};
    } else if (auto* const all = std::get_if<AllOf>(&condition.node)) {
        for (Condition& part : all->parts)
            replaceNumbers(part, thresholds);
    } else if (auto* const any = std::get_if<AnyOf>(&condition.node)) {
        for (Condition& part : any->parts)
            replaceNumbers(part, thresholds);
    } else if (auto* const inverse = std::get_if<Not>(&condition.node)) {
        Condition part = *inverse->part;
        replaceNumbers(part, thresholds);
        inverse->part = std::make_shared<const Condition>(std::move(part));
    }
}

// A tier can be reached when its condition holds with the thresholds of any channel, or with none.
std::optional<Finding> contradictionIn(Prover& prover, const Tier& tier, const Rulebook& rulebook)
{
    const std::string subject = "The condition of tier " + nameOf(tier.id, rulebook);
    auto found = contradictionIn(prover, tier.when, rulebook, subject);
    for (const auto& [channel, thresholds] : tier.thresholds) {
        if (!found)
            return found;
        Condition onChannel = tier.when;
        replaceNumbers(onChannel, thresholds);
        found = contradictionIn(prover, onChannel, rulebook, subject);
    }
    return found;
}

}

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

std::optional<Finding> contradictionIn(Prover& prover, const Condition& condition, const Rulebook& rulebook,
                                       const std::string& subject)
{
    Question question(prover);
    const auto parts = conjuncts(condition);
    for (std::size_t i = 0; i < parts.size(); ++i)
        question.require(*parts[i], true, static_cast<int>(i));
    const auto answer = question.answer();
    if (answer.yes())
        return std::nullopt;
    Finding finding;
    if (answer.unknown()) {
        finding.kind = FindingKind::Undecided;
        finding.message = subject + ": whether it can hold was not decided.";
        return finding;
    }
    finding.kind = FindingKind::Contradiction;
    finding.message = subject + " can never hold";
    std::vector<std::string> words;
    for (const int part : question.fewest(answer.reasons))
        words.push_back(describe(*parts[static_cast<std::size_t>(part)], rulebook));
    finding.message
        += words.empty() ? "." : (words.size() > 1 ? ": no context has at once " : ": ") + joined(words, " and ") + ".";
    return finding;
}

std::vector<Finding> findContradictions(Prover& prover, const Rulebook& rulebook)
{
    std::vector<Finding> findings;
    const auto look = [&](const Condition& condition, const std::string& subject) {
        if (auto finding = contradictionIn(prover, condition, rulebook, subject))
            findings.push_back(std::move(*finding));
    };
    for (const Signal& signal : rulebook.signals)
        look(signal.when, "The condition of signal " + signal.id.value);
    for (const Criterion& criterion : rulebook.qualification)
        look(criterion.when, "The condition of criterion " + criterion.id.value);
    for (const Tier& tier : rulebook.tiers)
        if (auto finding = contradictionIn(prover, tier, rulebook))
            findings.push_back(std::move(*finding));
    for (const AlertTrigger& alert : rulebook.alerts)
        look(alert.when, "The condition of alert " + alert.id.value);
    return findings;
}

}
