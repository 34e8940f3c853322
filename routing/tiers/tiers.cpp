#include "routing/tiers/tiers.h"

#include <algorithm>

namespace signalbox {
namespace {

std::vector<Condition> withThresholds(const std::vector<Condition>& parts,
                                      const std::map<std::string, double>& thresholds)
{
    std::vector<Condition> replaced;
    replaced.reserve(parts.size());
    for (const Condition& part : parts)
        replaced.push_back(signalbox::withThresholds(part, thresholds));
    return replaced;
}

Comparison withThreshold(Comparison comparison, const std::map<std::string, double>& thresholds)
{
    const auto threshold = thresholds.find(comparison.attribute);
    auto* const value = std::get_if<Value>(&comparison.operand);
    if (threshold != thresholds.end() && value && std::holds_alternative<double>(*value))
        *value = threshold->second;
    return comparison;
}

}

Condition withThresholds(const Condition& condition, const std::map<std::string, double>& thresholds)
{
    if (const auto* const all = std::get_if<AllOf>(&condition.node))
        return {AllOf{withThresholds(all->parts, thresholds)}};
    if (const auto* const any = std::get_if<AnyOf>(&condition.node))
        return {AnyOf{withThresholds(any->parts, thresholds)}};
    if (const auto* const inverse = std::get_if<Not>(&condition.node))
        return {Not{std::make_shared<const Condition>(withThresholds(*inverse->part, thresholds))}};
    if (const auto* const comparison = std::get_if<Comparison>(&condition.node))
        return {withThreshold(*comparison, thresholds)};
    return condition;
}

TierConditions::TierConditions(const std::vector<Tier>& tiers)
{
    for (const Tier& tier : tiers) {
        ByChannel conditions{tier.when, {}};
        for (const auto& [channel, thresholds] : tier.thresholds)
            conditions.onChannel.emplace(channel, withThresholds(tier.when, thresholds));
        m_tiers.push_back(std::move(conditions));
    }
}

int TierConditions::rank(const std::string& channel, const Facts& facts) const
{
    const auto reached = std::find_if(m_tiers.begin(), m_tiers.end(), [&](const ByChannel& tier) {
        const auto special = tier.onChannel.find(channel);
        return holds(special == tier.onChannel.end() ? tier.everywhere : special->second, facts);
    });
    return static_cast<int>(reached - m_tiers.begin());
}

int rankOf(const TierId& tier, const std::vector<Tier>& tiers)
{
    const auto found
        = std::find_if(tiers.begin(), tiers.end(), [&tier](const Tier& other) { return other.id == tier; });
    return static_cast<int>(found - tiers.begin());
}

}
