#include "app/router/conversation_reader.h"

#include "model/storage/conversation_store.h"
#include "model/storage/journal_store.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr int messagesShown = 500;
constexpr int earlierConversations = 20;

// What the journal alone tells: why it is where it is, and every offer that was made for it.
void addHistory(ConversationDetail& detail, const std::vector<Event>& events)
{
    for (const Event& event : events)
        if (const OwnerChanged* changed = std::get_if<OwnerChanged>(&event.payload)) {
            if (changed->to.kind == OwnerKind::Queue)
                detail.routeReason = changed->reason;   // taking it later does not change why it came
        } else if (const OfferMade* made = std::get_if<OfferMade>(&event.payload)) {
            detail.offers.push_back(made->offer);
        }
}

std::string inWords(const FollowUpRow& row)
{
    std::string text = toIso8601(row.due);
    if (!row.owner.empty())
        text += ", " + row.owner;
    if (!row.note.empty())
        text += ": " + row.note;
    return text;
}

}

struct ConversationReader::State {
    explicit State(Database theDatabase) : database(std::move(theDatabase)) { }

    Database database;
    ConversationStore store{database};
    JournalReader journal{database};
};

ConversationReader::ConversationReader(std::unique_ptr<State> state) : m_state(std::move(state)) { }
ConversationReader::~ConversationReader() = default;

Result<std::unique_ptr<ConversationReader>> ConversationReader::open(const std::filesystem::path& workspace)
{
    auto database = Database::open(workspace, Database::Access::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    return std::unique_ptr<ConversationReader>(new ConversationReader(std::make_unique<State>(std::move(*database))));
}

Result<ConversationDetail> ConversationReader::detail(const ConversationId& id)
{
    ConversationStore& store = m_state->store;
    auto row = store.find(id);
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return failure("There is no conversation #" + id.value + ".", id.value);
    auto messages = store.lastMessages(id, messagesShown);
    auto context = store.context(id);
    auto decision = store.lastDecision(id);
    auto recent = store.recentFor((*row)->visitor, earlierConversations + 1);
    auto followUps = store.followUps(id);
    auto events = m_state->journal.eventsOf(id);
    if (!messages)
        return tl::unexpected(messages.error());
    if (!context)
        return tl::unexpected(context.error());
    if (!decision)
        return tl::unexpected(decision.error());
    if (!recent)
        return tl::unexpected(recent.error());
    if (!followUps)
        return tl::unexpected(followUps.error());
    if (!events)
        return tl::unexpected(events.error());
    ConversationDetail detail;
    detail.conversation = std::move(**row);
    detail.messages = std::move(*messages);
    detail.hasEarlier = !detail.messages.empty() && detail.messages.front().sequence > 1;
    detail.context = std::move(*context);
    detail.decision = std::move(*decision);
    for (Conversation& other : *recent)
        if (other.id != id)
            detail.earlier.push_back(std::move(other));
    for (const FollowUpRow& followUp : *followUps)
        detail.followUps.push_back(inWords(followUp));
    addHistory(detail, *events);
    return detail;
}

Result<std::vector<Message>> ConversationReader::earlier(const ConversationId& id, std::int64_t sequence)
{
    const std::int64_t after = std::max<std::int64_t>(0, sequence - 1 - messagesShown);
    auto messages = m_state->store.messages(id, after, messagesShown);
    if (messages)
        std::erase_if(*messages, [&](const Message& message) { return message.sequence >= sequence; });
    return messages;
}

}
