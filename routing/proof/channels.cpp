#include "routing/proof/channels.h"

#include "routing/tiers/channel_condition.h"

namespace signalbox {
namespace {

constexpr const char* channelAttribute = "conversation.channel";

}

Condition onChannel(const Condition& when, const Thresholds& thresholds, const std::string& channel)
{
    const Condition isOnIt{Comparison{channelAttribute, Operator::Eq, Value{channel}}};
    const auto known = thresholds.find(channel);
    return {AllOf{{isOnIt, known == thresholds.end() ? when : withThresholds(when, known->second)}}};
}

Condition elsewhere(const Condition& when, const Thresholds& thresholds)
{
    if (thresholds.empty())
        return when;
    std::vector<Value> channels;
    for (const auto& [channel, values] : thresholds)
        channels.emplace_back(channel);
    return {AllOf{{Condition{Comparison{channelAttribute, Operator::Nin, std::move(channels)}}, when}}};
}

Condition onAnyChannel(const Condition& when, const Thresholds& thresholds)
{
    if (thresholds.empty())
        return when;
    AnyOf ways;
    for (const auto& [channel, values] : thresholds)
        ways.parts.push_back(onChannel(when, thresholds, channel));
    ways.parts.push_back(elsewhere(when, thresholds));
    return {std::move(ways)};
}

}
