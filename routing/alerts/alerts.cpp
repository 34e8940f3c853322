#include "routing/alerts/alerts.h"

#include "routing/alerts/margins.h"

namespace signalbox {
namespace {

std::vector<std::size_t> placesThatHold(const std::vector<ChannelCondition>& conditions, const std::string& channel,
                                        const Facts& facts)
{
    std::vector<std::size_t> held;
    for (std::size_t i = 0; i < conditions.size(); ++i)
        if (holds(conditions[i].on(channel), facts))
            held.push_back(i);
    return held;
}

}

AlertConditions::AlertConditions(const std::vector<AlertTrigger>& alerts)
{
    for (const AlertTrigger& alert : alerts) {
        m_alerts.emplace_back(alert.when, alert.thresholds);
        m_staying.push_back(eased(alert));
    }
}

std::vector<std::size_t> AlertConditions::thatHold(const std::string& channel, const Facts& facts) const
{
    return placesThatHold(m_alerts, channel, facts);
}

std::vector<std::size_t> AlertConditions::thatStay(const std::string& channel, const Facts& facts) const
{
    return placesThatHold(m_staying, channel, facts);
}

}
