#include "app/router/pending_visitors.h"

namespace signalbox {

void PendingVisitors::remember(const VisitorId& visitor, Channel channel, const std::vector<ContextChange>& changes)
{
    const Key key{visitor, channel};
    const auto [known, added] = m_known.try_emplace(key);
    if (added) {
        m_order.push_back(key);
        if (m_order.size() > most) {
            m_known.erase(m_order.front());
            m_order.pop_front();
        }
    }
    for (const ContextChange& change : changes)
        if (known->second.size() < mostAttributes || known->second.contains(change.attribute))
            known->second.insert_or_assign(change.attribute, change);
}

void PendingVisitors::forget(const VisitorId& visitor, Channel channel, const std::string& attribute)
{
    if (const auto known = m_known.find({visitor, channel}); known != m_known.end())
        known->second.erase(attribute);
}

void PendingVisitors::forget(const VisitorId& visitor)
{
    std::erase_if(m_known, [&](const auto& entry) { return entry.first.first == visitor; });
    std::erase_if(m_order, [&](const Key& key) { return key.first == visitor; });
}

std::vector<ContextChange> PendingVisitors::recall(const VisitorId& visitor, Channel channel) const
{
    std::vector<ContextChange> changes;
    if (const auto known = m_known.find({visitor, channel}); known != m_known.end())
        for (const auto& [attribute, change] : known->second)
            changes.push_back(change);
    return changes;
}

}
