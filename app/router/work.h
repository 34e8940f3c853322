#pragma once

#include "app/router/contacts_in_batch.h"
#include "app/router/floor.h"
#include "app/router/notices.h"
#include "app/router/pending_visitors.h"
#include "app/router/receipts.h"
#include "app/router/shadow.h"
#include "app/router/visitor_door.h"
#include "model/storage/alert_store.h"
#include "model/storage/attachment_store.h"
#include "model/storage/contact_store.h"
#include "model/storage/conversation_store.h"
#include "model/storage/journal_store.h"
#include "model/storage/knowledge_search.h"
#include "model/storage/workspace_store.h"

#include <deque>
#include <optional>
#include <set>
#include <vector>

namespace signalbox {

// The router's one connection to the workspace, as the parts of the store see it.
struct Stores {
    explicit Stores(Database& database);

    JournalWriter writer;
    JournalReader reader;
    ConversationStore conversations;
    WorkspaceStore workspace;
    KnowledgeSearch knowledge;
    ContactStore contacts;
    AttachmentStore attachments;
    AlertStore alerts;
};

// Conversations to be decided again when there is time for it, each once, oldest request first.
class Backlog {
public:
    void add(const ConversationId& id);
    std::optional<ConversationId> next();
    bool empty() const { return m_order.empty(); }

private:
    std::deque<ConversationId> m_order;
    std::set<ConversationId> m_members;
};

// What outlives a batch without being in the journal.
struct Memory {
    PendingVisitors pendingVisitors;
    Backlog backlog;
    std::unordered_map<ConversationId, Instant> consideredAt;   // when each was last decided, journaled or not
    Instant schedulesSeenAt{};                                  // openings and closings up to here have been acted upon
    bool assignmentDue = true;   // something happened that could let a conversation be offered
    Notices notices;             // whom alerts were told to within the last hour
    // Conversations and the triggers whose condition holds but has to go on for a while, with the moment it began. After a
    // start it begins anew.
    std::map<std::pair<ConversationId, AlertId>, Instant> alertsHeld;
    Shadow shadow;
    std::unordered_map<ConversationId, Reached> reached;   // what visitors' chats said of it
    std::vector<Looking> looking;                          // who has which conversation open
    std::map<AgentId, Instant> typingUntil;                // of those who write
};

// One batch at work: the floor as the inputs so far have left it, and the events that will be committed with it. All
// that happens in the router happens by `emit`.
class Work {
public:
    Work(Floor& floor, Stores& stores, Memory& memory, Instant now);

    Floor& floor;
    Stores& stores;
    Memory& memory;
    const Instant now;

    std::vector<Event> events;
    std::unordered_map<MessageId, std::pair<ConversationId, std::int64_t>> messagesAdded;   // and their places
    std::vector<ConversationId> reconsidered;                                               // taken from the backlog
    std::vector<ConversationId> visitorsTyping;    // told to consoles, not journaled
    std::vector<ConversationId> agentsTyping;      // told to visitors, not journaled
    ContactsInBatch contacts;                      // as the events so far have left them
    KeptBeside beside;                             // committed with the events
    std::vector<FollowUpOnScreen> followUpsTold;   // those reminded of and ended, as consoles are told
    bool lookingChanged = false;                   // told to consoles, not journaled
    bool draftEditorsChanged = false;              // told to consoles, not journaled
    std::optional<Error> fault;                    // the store could not be read: the batch must not be committed

    const Rules& rules() const { return floor.rules(); }

    // Adds the event to the batch and to the floor. `at` is now unless said: imported conversations keep their own times.
    void emit(EventPayload payload, std::optional<Instant> at = std::nullopt);

    // The conversation with everything its events say. It is there; a closed one is on the floor for this batch.
    const ConversationState& conversation(const ConversationId& id);
    // All its events so far, those of this batch included.
    std::vector<Event> eventsOf(const ConversationId& id);

    // Adds a message; its place, its id (unless given) and its time follow from the conversation.
    void say(const ConversationId& id, Message message);

    // The place the next event will have in the journal, for ids that must never come twice.
    std::int64_t nextSequence() const;
    // When an event of this conversation happens: history imported at once is told with its own times.
    Instant momentFor(const Conversation& row) const;

private:
    void learn(const ConversationId& id);
};

}
