#include "app/router/receipts.h"

#include "app/router/work.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr seconds atMostEvery{1};

bool growsBy(const Conversation& row, const Reached& reached)
{
    return reached.delivered > row.deliveredUpTo || reached.read > row.readUpTo;
}

void journalWhenDue(Work& work, const Conversation& row, Reached& reached)
{
    if (!growsBy(row, reached) || work.now - reached.journaledAt < atMostEvery)
        return;
    reached.journaledAt = work.now;
    work.emit(MessagesReached{row.id, std::max(reached.delivered, row.deliveredUpTo), std::max(reached.read, row.readUpTo)});
}

}

void messagesReached(Work& work, const ConversationId& id, std::int64_t delivered, std::int64_t read)
{
    const Conversation& row = work.conversation(id).row;
    Reached& reached = work.memory.reached[id];
    reached.read = std::max(reached.read, std::min(read, row.messageCount));
    reached.delivered = std::max({reached.delivered, std::min(delivered, row.messageCount), reached.read});
    journalWhenDue(work, Conversation(row), reached);
}

void journalReached(Work& work)
{
    for (auto entry = work.memory.reached.begin(); entry != work.memory.reached.end();) {
        const ConversationState* state = work.floor.find(entry->first);
        const bool settled = state && !growsBy(state->row, entry->second)
            && work.now - entry->second.journaledAt >= atMostEvery;
        if (!state || state->row.closedAt || settled) {
            entry = work.memory.reached.erase(entry);
            continue;
        }
        journalWhenDue(work, Conversation(state->row), entry->second);
        ++entry;
    }
}

}
