#include "routing/tiers/channel_condition.h"

#include "routing/conditions/walk.h"

namespace signalbox {
Condition withThresholds(const Condition& condition, const std::map<std::string, double>& thresholds)
{
    return withComparisons(condition, [&](Comparison comparison, bool) {
        const auto threshold = thresholds.find(comparison.attribute);
        auto* const value = std::get_if<Value>(&comparison.operand);
        if (threshold != thresholds.end() && value && std::holds_alternative<double>(*value))
            *value = threshold->second;
        return comparison;
    });
}

ChannelCondition::ChannelCondition(const Condition& when, const Thresholds& thresholds) : m_everywhere(when)
{
    for (const auto& [channel, values] : thresholds)
        m_onChannel.emplace(channel, withThresholds(when, values));
}

ChannelCondition::ChannelCondition(Condition everywhere, std::map<std::string, Condition> onChannel)
    : m_everywhere(std::move(everywhere)), m_onChannel(std::move(onChannel))
{
}

const Condition& ChannelCondition::on(const std::string& channel) const
{
    const auto special = m_onChannel.find(channel);
    return special == m_onChannel.end() ? m_everywhere : special->second;
}

std::string channelOf(const Values& values)
{
    const auto known = values.find("conversation.channel");
    const auto* const channel = known == values.end() ? nullptr : std::get_if<std::string>(&known->second);
    return channel ? *channel : std::string{};
}

}
