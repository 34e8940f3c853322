#pragma once

#include "routing/conditions/evaluate.h"
#include "routing/rulebook/rulebook.h"

#include <map>
#include <string>
#include <vector>

namespace signalbox {

// The condition with the right side of each comparison on one of these attributes replaced by its threshold. Only
// comparisons with one number are; lists and other attributes stay.
Condition withThresholds(const Condition& condition, const std::map<std::string, double>& thresholds);

// Each tier's condition as it reads on each channel, made once.
class TierConditions {
public:
    explicit TierConditions(const std::vector<Tier>& tiers);
    // Place of the first tier whose condition holds; the number of tiers when none does.
    int rank(const std::string& channel, const Facts& facts) const;

private:
    struct ByChannel {
        Condition everywhere;
        std::map<std::string, Condition> onChannel;
    };
    std::vector<ByChannel> m_tiers;
};

// The tier's place, 0 first; the number of tiers when it is not there.
int rankOf(const TierId& tier, const std::vector<Tier>& tiers);

}
