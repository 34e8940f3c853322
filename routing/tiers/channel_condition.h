#pragma once

#include "routing/conditions/evaluate.h"
#include "routing/rulebook/rulebook.h"

#include <map>
#include <string>

namespace signalbox {

// The condition with the right side of each comparison on one of these attributes replaced by its threshold. Only
// comparisons with one number are; lists and other attributes stay.
Condition withThresholds(const Condition& condition, const std::map<std::string, double>& thresholds);

// A condition as it reads on each channel, made once.
class ChannelCondition {
public:
    ChannelCondition(const Condition& when, const Thresholds& thresholds);
    ChannelCondition(Condition everywhere, std::map<std::string, Condition> onChannel);
    const Condition& on(const std::string& channel) const;

private:
    Condition m_everywhere;
    std::map<std::string, Condition> m_onChannel;
};

// The channel that a closed context names; empty when it names none.
std::string channelOf(const Values& values);

}
