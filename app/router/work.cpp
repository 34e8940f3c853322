#include "app/router/work.h"

#include "model/journal/events_json.h"

namespace signalbox {

Stores::Stores(Database& database)
    : writer(database),
      reader(database),
      conversations(database),
      workspace(database),
      knowledge(database),
      contacts(database),
      attachments(database),
      alerts(database)
{
}

void Backlog::add(const ConversationId& id)
{
    if (m_members.insert(id).second)
        m_order.push_back(id);
}

std::optional<ConversationId> Backlog::next()
{
    if (m_order.empty())
        return std::nullopt;
    ConversationId id = std::move(m_order.front());
    m_order.pop_front();
    m_members.erase(id);
    return id;
}

Work::Work(Floor& theFloor, Stores& theStores, Memory& theMemory, Instant theTime)
    : floor(theFloor), stores(theStores), memory(theMemory), now(theTime)
{
}

void Work::emit(EventPayload payload, std::optional<Instant> at)
{
    if (const ConversationId id = conversationOf(payload);
        !id.empty() && !std::holds_alternative<ConversationOpened>(payload))
        learn(id);
    events.push_back(Event{nextSequence(), at.value_or(now), std::move(payload)});
    floor.apply(events.back());
    contacts.apply(events.back().payload);
    const EventPayload& what = events.back().payload;
    if (!std::holds_alternative<MessageAdded>(what) && !std::holds_alternative<ContextChanged>(what)
        && !std::holds_alternative<SignalObserved>(what) && !std::holds_alternative<MessagesReached>(what)
        && !std::holds_alternative<VisitorLinked>(what))
        memory.assignmentDue = true;
}

const ConversationState& Work::conversation(const ConversationId& id)
{
    learn(id);
    return *floor.find(id);
}

void Work::learn(const ConversationId& id)
{
    if (const ConversationState* state = floor.find(id); state && state->known)
        return;
    if (auto past = stores.reader.eventsOf(id); !past)
        fault = past.error();
    else if (!past->empty())
        floor.learn(id, *past);
}

std::vector<Event> Work::eventsOf(const ConversationId& id)
{
    auto all = stores.reader.eventsOf(id);
    if (!all) {
        fault = all.error();
        return {};
    }
    for (const Event& event : events)
        if (conversationOf(event.payload) == id)
            all->push_back(event);
    return std::move(*all);
}

void Work::say(const ConversationId& id, Message message)
{
    const Conversation& row = conversation(id).row;
    message.sequence = row.messageCount + 1;
    if (message.id.empty())
        message.id = {"signalbox:" + id.value + ":" + std::to_string(message.sequence)};
    if (message.at == Instant{})
        message.at = momentFor(row);
    const Instant at = message.at;
    messagesAdded.emplace(message.id, std::pair(id, message.sequence));
    emit(MessageAdded{id, std::move(message)}, row.offerable ? now : at);
}

std::int64_t Work::nextSequence() const
{
    return stores.writer.lastSequence() + static_cast<std::int64_t>(events.size()) + 1;
}

Instant Work::momentFor(const Conversation& row) const { return row.offerable ? now : row.lastMessageAt; }

}
