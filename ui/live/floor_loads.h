#pragma once

#include "model/domain/change_set.h"

#include <set>
#include <unordered_map>
#include <vector>

namespace signalbox {

// Which open conversations each agent has, and whose hand is up: kept up with each change, never by walking the list.
class FloorLoads {
public:
    void apply(const ChangeSet& changes);

    const std::set<ConversationId>& heldBy(const AgentId& agent) const;
    const std::set<ConversationId>& handsUp() const { return m_hands; }

private:
    void take(const ConversationId& id);

    std::unordered_map<AgentId, std::set<ConversationId>> m_held;
    std::unordered_map<ConversationId, AgentId> m_holder;
    std::set<ConversationId> m_hands;
};

}
