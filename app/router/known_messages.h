#pragma once

#include "app/router/work.h"

namespace signalbox {

struct MessagePlace {
    ConversationId conversation;
    std::int64_t sequence = 0;
};

// Ids of messages from outside: 1 to 200 bytes of text, and not of the form that Signalbox gives its own messages.
Result<void> checkMessageId(const MessageId& id);

// Where a message with this id is, in the batch or in the store. None: it is new. An empty inner value: it is there, but
// not in a conversation of this visitor.
std::optional<std::optional<MessagePlace>> findMessage(Work& work, const MessageId& id, const VisitorId& visitor);

}
