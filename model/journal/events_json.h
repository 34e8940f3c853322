#pragma once

#include "model/domain/result.h"
#include "model/journal/events.h"

#include <string>
#include <string_view>

namespace signalbox {

// The name a kind of event has in the journal: "message_added".
std::string_view kindOf(const EventPayload& payload);
// The conversation an event belongs to; empty for the workspace's own events.
ConversationId conversationOf(const EventPayload& payload);

std::string payloadToJson(const EventPayload& payload);
// Errors: an unknown kind (a newer program wrote it), or a payload that does not fit its kind.
Result<EventPayload> payloadFromJson(std::string_view kind, std::string_view json);

}
