#include "routing/proof/analyses.h"
#include "routing/proof/at_odds.h"
#include "routing/proof/channels.h"
#include "routing/proof/dead_parts.h"
#include "routing/json/place.h"
#include "routing/proof/places.h"
#include "routing/proof/set_by_actions.h"
#include "routing/rulebook/phrases.h"

namespace signalbox {
namespace {

// The condition that is written where only actions give the tier, or raise the alert.
bool isNever(const Condition& condition)
{
    const auto* const any = std::get_if<AnyOf>(&condition.node);
    return any && any->parts.empty();
}

// Finds out about the conditions of signals, criteria, tiers and alerts, each by itself.
class Contradictions {
public:
    Contradictions(Prover& prover, const Rulebook& rulebook, Findings& findings)
        : m_prover(prover), m_rulebook(rulebook), m_findings(findings)
    {
    }

    void look(const Condition& condition, const std::string& subject, const std::string& place)
    {
        Values holding;
        if (const auto odds = partsAtOdds(m_prover, condition, &holding))
            return add(findingOf(*odds, m_rulebook, subject),
                       place + (odds->parts.size() == 1 ? pathTo(*odds->parts[0], condition).value_or("") : ""));
        for (const DeadPart& dead : deadParts(m_prover, condition, {}, holding).parts)
            add(findingOf(dead, m_rulebook, subject), place + pathTo(*dead.part, condition).value_or(""));
    }

    // It has to be able to hold somewhere, and on each channel that has its own thresholds.
    void look(const Condition& condition, const Thresholds& thresholds, const std::string& subject,
              const std::string& place)
    {
        if (thresholds.empty())
            return look(condition, subject, place + "/when");
        const Condition other = elsewhere(condition, thresholds);
        const auto oddsElsewhere = partsAtOdds(m_prover, other);
        std::size_t alive = oddsElsewhere ? 0 : 1;
        std::vector<std::pair<std::string, AtOdds>> dead;
        std::vector<Condition> kept;   // what the parts point into
        kept.reserve(thresholds.size());
        for (const auto& [channel, values] : thresholds)
            if (auto odds = partsAtOdds(m_prover, kept.emplace_back(onChannel(condition, thresholds, channel))))
                dead.emplace_back(channel, std::move(*odds));
            else
                ++alive;
        if (alive == 0)
            return add(findingOf(*oddsElsewhere, m_rulebook, subject), place + "/when");
        for (const auto& [channel, odds] : dead)
            add(findingOf(odds, m_rulebook, subject + " on channel " + channel),
                place + "/thresholds/" + escapedForPointer(channel));
    }

private:
    void add(Finding finding, std::string place)
    {
        finding.place = std::move(place);
        m_findings.add(std::move(finding));
    }

    Prover& m_prover;
    const Rulebook& m_rulebook;
    Findings& m_findings;
};

}

void findContradictions(Prover& prover, const Rulebook& rulebook, Findings& findings)
{
    const SetByActions set = setByActions(rulebook);
    Contradictions contradictions(prover, rulebook, findings);
    for (std::size_t i = 0; i < rulebook.signals.size(); ++i)
        contradictions.look(rulebook.signals[i].when, "The condition of signal " + rulebook.signals[i].id.value,
                            placeOfCondition("signals", i));
    for (std::size_t i = 0; i < rulebook.qualification.size(); ++i)
        contradictions.look(rulebook.qualification[i].when,
                            "The condition of criterion " + rulebook.qualification[i].id.value,
                            placeOfCondition("qualification", i));
    for (std::size_t i = 0; i < rulebook.tiers.size(); ++i)
        if (const Tier& tier = rulebook.tiers[i]; !isNever(tier.when) || !set.tiers.contains(tier.id))
            contradictions.look(tier.when, tier.thresholds, "The condition of tier " + nameOf(tier.id, rulebook),
                                "/tiers/" + std::to_string(i));
    for (std::size_t i = 0; i < rulebook.alerts.size(); ++i)
        if (const AlertTrigger& alert = rulebook.alerts[i]; !isNever(alert.when) || !set.alerts.contains(alert.id))
            contradictions.look(alert.when, alert.thresholds, "The condition of alert " + nameOf(alert.id, rulebook),
                                "/alerts/" + std::to_string(i));
}

}
