#pragma once

#include "model/domain/decision.h"
#include "model/storage/history_store.h"

#include <deque>
#include <unordered_map>

namespace signalbox {

// What a snapshot does not hold when no rule of its time looked at it, though the journal knows: where the conversation
// came from, how long it had lasted, how much the visitor had written, and what last.
class VisitorWordsSoFar {
public:
    void know(const ConversationHead& head) { m_known[head.id].head = head; }
    bool knows(const ConversationId& id) const { return m_known.contains(id) && !m_known.at(id).head.id.empty(); }
    const ConversationHead& head(const ConversationId& id) const { return m_known.at(id).head; }

    void add(VisitorWords words);
    // Decisions of one conversation come in order.
    void complete(Decision& decision);

private:
    struct Known {
        ConversationHead head;
        std::deque<VisitorWords> notYet;   // written after the last decision that was completed
        std::int64_t written = 0;
        std::string last;
    };
    std::unordered_map<ConversationId, Known> m_known;
};

}
