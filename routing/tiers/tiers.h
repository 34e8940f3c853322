#pragma once

#include "routing/tiers/channel_condition.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox {

// Each tier's condition as it reads on each channel, made once.
class TierConditions {
public:
    explicit TierConditions(const std::vector<Tier>& tiers);
    // Place of the first tier whose condition holds; the number of tiers when none does.
    int rank(const std::string& channel, const Facts& facts) const;
    const Condition& of(std::size_t tier, const std::string& channel) const { return m_tiers[tier].on(channel); }

private:
    std::vector<ChannelCondition> m_tiers;
};

// The tier's place, 0 first; the number of tiers when it is not there.
int rankOf(const TierId& tier, const std::vector<Tier>& tiers);

// The rank that is kept: that of the tier before, while it is higher than `reached` and its time is not over.
int rankKept(int reached, const std::optional<TierHeld>& before, const std::vector<Tier>& tiers, Instant now);

}
