#include "app/analysis/past_conversation.h"

#include "model/storage/conversation_store.h"

#include <limits>

namespace signalbox {

Result<PastConversation> readPastConversation(Database& database, const ConversationId& id)
{
    const auto head = HistoryStore(database).conversation(id);
    if (!head)
        return tl::unexpected(head.error());
    if (!*head)
        return failure("There is no conversation #" + id.value + ".");
    ConversationStore store(database);
    auto decisions = store.decisions(id);
    const auto messages = store.messages(id, 0, std::numeric_limits<int>::max());
    if (!decisions)
        return tl::unexpected(decisions.error());
    if (!messages)
        return tl::unexpected(messages.error());
    if (decisions->empty())
        return failure("Nothing was decided about conversation #" + id.value + ".");
    VisitorWordsSoFar words;
    words.know(**head);
    for (const Message& message : *messages)
        if (message.author == Author::Visitor && !message.internalNote)
            words.add({message.sequence, id, message.at, message.text});
    PastConversation past{id, (*head)->channel, (*head)->origin, (*head)->visitorName, {}};
    for (Decision& decision : *decisions) {
        words.complete(decision);
        past.decisions.push_back(std::move(decision));
    }
    return past;
}

}
