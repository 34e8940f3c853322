#include "routing/tiers/tiers.h"

#include <algorithm>

namespace signalbox {

TierConditions::TierConditions(const std::vector<Tier>& tiers)
{
    for (const Tier& tier : tiers)
        m_tiers.emplace_back(tier.when, tier.thresholds);
}

int TierConditions::rank(const std::string& channel, const Facts& facts) const
{
    const auto reached = std::find_if(m_tiers.begin(), m_tiers.end(), [&](const ChannelCondition& tier) {
        return holds(tier.on(channel), facts);
    });
    return static_cast<int>(reached - m_tiers.begin());
}

int rankOf(const TierId& tier, const std::vector<Tier>& tiers)
{
    const auto found
        = std::find_if(tiers.begin(), tiers.end(), [&tier](const Tier& other) { return other.id == tier; });
    return static_cast<int>(found - tiers.begin());
}

int rankKept(int reached, const std::optional<TierHeld>& before, const std::vector<Tier>& tiers, Instant now)
{
    const int held = before ? rankOf(before->tier, tiers) : reached;
    if (held >= reached)
        return reached;
    return now < before->since + tiers[static_cast<std::size_t>(held)].keepFor ? held : reached;
}

}
