#include "app/router/notices.h"

#include <algorithm>

namespace signalbox {

void Notices::add(const Alert& alert)
{
    if (alert.heldBack == HeldBack::No)
        m_notices.push_back({alert.owner, alert.trigger, alert.at});
}

int Notices::toldSince(const AgentId& owner, Instant since) const
{
    return int(std::ranges::count_if(
        m_notices, [&](const Notice& notice) { return notice.owner == owner && notice.at >= since; }));
}

bool Notices::toldOf(const AlertId& trigger, const AgentId& owner, Instant since) const
{
    return std::ranges::any_of(m_notices, [&](const Notice& notice) {
        return notice.trigger == trigger && notice.owner == owner && notice.at > since;
    });
}

void Notices::keepBatch(Instant now)
{
    while (!m_notices.empty() && m_notices.front().at < now - noticesKept)
        m_notices.pop_front();
    m_committed = m_notices.size();
}

void Notices::undoBatch() { m_notices.resize(m_committed); }

}
