#pragma once

#include "model/domain/conversation.h"

#include <QString>

#include <vector>

namespace signalbox {

class ConsoleModel;
struct TransferConversation;

// What a conversation's new place or tier does to the others that wait where it goes.
struct WaitPreview {
    int before = 0;                       // are served before it then
    std::vector<ConversationId> longer;   // wait longer, who is served next first
};

// `moved` is the conversation as it would be: in another queue, with an agent, of another tier. Others wait longer when it
// goes before them and did not until now. Order of service: live before practice before imported, then by tier as its queue
// raises it, then who waits longest.
WaitPreview previewMove(const ConsoleModel& console, const Conversation& moved, Instant now);
// "Amara Okonjo, Dana Levin and 3 more wait longer. 2 are served before it."
QString waitPreviewWords(const ConsoleModel& console, const WaitPreview& preview);
// The same for a transfer, whatever it is to; and whether an agent has room for it.
QString transferPreviewWords(const ConsoleModel& console, const Conversation& conversation,
                             const TransferConversation& transfer, Instant now);

}
