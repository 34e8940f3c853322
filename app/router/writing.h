#pragma once

#include "app/router/work.h"

namespace signalbox {

struct Writing {
    ConversationId conversation;
    AgentId agent;
    MessageId message{};   // empty: the router gives it one
    std::string text;
    bool internalNote = false;
    std::vector<AgentId> mentions{};   // of a note; those who are not known are left out
    std::vector<FileToSend> files{};
};

// Adds what an agent wrote; the same message again adds nothing. Errors: it is empty, too long or not text; its id is not
// one from outside.
Result<void> write(Work& work, Writing writing);

// An internal note of Signalbox's own.
void noteBySystem(Work& work, const ConversationId& id, std::string text, std::vector<AgentId> mentions = {});

}
