#include "routing/alerts/alerts.h"

namespace signalbox {

AlertConditions::AlertConditions(const std::vector<AlertTrigger>& alerts)
{
    for (const AlertTrigger& alert : alerts)
        m_alerts.emplace_back(alert.when, alert.thresholds);
}

std::vector<std::size_t> AlertConditions::thatHold(const std::string& channel, const Facts& facts) const
{
    std::vector<std::size_t> held;
    for (std::size_t i = 0; i < m_alerts.size(); ++i)
        if (holds(m_alerts[i].on(channel), facts))
            held.push_back(i);
    return held;
}

}
