#include "app/router/known_messages.h"

#include "app/router/check_text.h"

namespace signalbox {
namespace {

constexpr std::size_t mostIdBytes = 200;
constexpr int conversationsSearched = 20;
constexpr int messagesAtOnce = 500;

std::optional<MessagePlace> findIn(Work& work, const ConversationId& conversation, const MessageId& id)
{
    std::int64_t after = 0;
    while (true) {
        const auto messages = work.stores.conversations.messages(conversation, after, messagesAtOnce);
        if (!messages) {
            work.fault = messages.error();
            return std::nullopt;
        }
        for (const Message& message : *messages)
            if (message.id == id)
                return MessagePlace{conversation, message.sequence};
        if (messages->size() < messagesAtOnce)
            return std::nullopt;
        after = messages->back().sequence;
    }
}

std::optional<std::optional<MessagePlace>> findInBatch(const Work& work, const MessageId& id, const VisitorId& visitor)
{
    const auto added = work.messagesAdded.find(id);
    if (added == work.messagesAdded.end())
        return std::nullopt;
    const auto& [conversation, sequence] = added->second;
    const ConversationState* state = work.floor.find(conversation);
    if (!state || state->row.visitor != visitor)
        return std::optional<MessagePlace>();
    return std::optional(MessagePlace{conversation, sequence});
}

}

Result<void> checkMessageId(const MessageId& id)
{
    if (id.value.starts_with("signalbox:"))
        return failure("Message ids that begin with \"signalbox:\" are Signalbox's own.", id.value);
    return checkText(id.value, mostIdBytes, "The message's id");
}

std::optional<std::optional<MessagePlace>> findMessage(Work& work, const MessageId& id, const VisitorId& visitor)
{
    if (auto place = findInBatch(work, id, visitor))
        return place;
    const auto known = work.stores.conversations.hasMessage(id);
    if (!known) {
        work.fault = known.error();
        return std::nullopt;
    }
    if (!*known)
        return std::nullopt;
    const auto recent = work.stores.conversations.recentFor(visitor, conversationsSearched);
    if (!recent) {
        work.fault = recent.error();
        return std::nullopt;
    }
    for (const Conversation& conversation : *recent)
        if (auto place = findIn(work, conversation.id, id))
            return place;
    return std::optional<MessagePlace>();
}

}
