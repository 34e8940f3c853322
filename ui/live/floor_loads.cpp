#include "ui/live/floor_loads.h"

namespace signalbox {

void FloorLoads::apply(const ChangeSet& changes)
{
    for (const Conversation& conversation : changes.conversations) {
        take(conversation.id);
        if (conversation.closedAt)
            continue;
        if (conversation.owner.kind == OwnerKind::Agent) {
            m_held[conversation.owner.agent].insert(conversation.id);
            m_holder[conversation.id] = conversation.owner.agent;
        }
        if (!conversation.handRaisedBy.empty())
            m_hands.insert(conversation.id);
    }
    for (const ConversationId& id : changes.erased)
        take(id);
}

void FloorLoads::take(const ConversationId& id)
{
    m_hands.erase(id);
    const auto known = m_holder.find(id);
    if (known == m_holder.end())
        return;
    m_held[known->second].erase(id);
    m_holder.erase(known);
}

const std::set<ConversationId>& FloorLoads::heldBy(const AgentId& agent) const
{
    static const std::set<ConversationId> none;
    const auto known = m_held.find(agent);
    return known == m_held.end() ? none : known->second;
}

}
