#pragma once

#include "routing/tiers/channel_condition.h"

#include <vector>

namespace signalbox {

// Each alert trigger's condition as it reads on each channel, made once.
class AlertConditions {
public:
    explicit AlertConditions(const std::vector<AlertTrigger>& alerts);
    // The places of the triggers whose condition holds, in the order of the rulebook.
    std::vector<std::size_t> thatHold(const std::string& channel, const Facts& facts) const;
    // The places of those that stay on once they are: the same with each threshold eased by its margin.
    std::vector<std::size_t> thatStay(const std::string& channel, const Facts& facts) const;
    const Condition& of(std::size_t alert, const std::string& channel) const { return m_alerts[alert].on(channel); }

private:
    std::vector<ChannelCondition> m_alerts;
    std::vector<ChannelCondition> m_staying;
};

}
