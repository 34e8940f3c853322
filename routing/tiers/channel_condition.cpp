#include "routing/tiers/channel_condition.h"

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

ChannelCondition::ChannelCondition(const Condition& when, const Thresholds& thresholds) : m_everywhere(when)
{
    for (const auto& [channel, values] : thresholds)
        m_onChannel.emplace(channel, withThresholds(when, values));
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
