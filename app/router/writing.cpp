#include "app/router/writing.h"

#include "app/router/ai_words.h"
#include "app/router/attachments.h"
#include "app/router/check_text.h"
#include "app/router/known_messages.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::size_t mostMessageBytes = 16 * 1024;

}

Result<void> write(Work& work, Writing writing)
{
    const bool mayBeEmpty = !writing.files.empty();
    if (!mayBeEmpty || !writing.text.empty())
        if (auto fit = checkText(writing.text, mostMessageBytes, writing.internalNote ? "The note" : "The message");
            !fit)
            return fit;
    if (!writing.message.empty()) {
        if (auto fit = checkMessageId(writing.message); !fit)
            return fit;
        if (findMessage(work, writing.message, work.conversation(writing.conversation).row.visitor))
            return {};
    }
    auto attachments = keepFiles(work, writing.conversation, writing.files);
    if (!attachments)
        return tl::unexpected(attachments.error());
    Message message;
    message.id = std::move(writing.message);
    message.author = Author::Agent;
    message.agent = writing.agent;
    message.authorName = work.floor.agentName(writing.agent);
    message.text = std::move(writing.text);
    message.internalNote = writing.internalNote;
    message.mentions = std::move(writing.mentions);
    std::erase_if(message.mentions, [&](const AgentId& agent) { return !work.floor.agent(agent); });
    message.attachments = std::move(*attachments);
    message.at = work.now;
    work.say(writing.conversation, std::move(message));
    return {};
}

void noteBySystem(Work& work, const ConversationId& id, std::string text, std::vector<AgentId> mentions)
{
    Message note;
    note.author = Author::System;
    note.authorName = words::systemName;
    note.text = std::move(text);
    note.internalNote = true;
    note.mentions = std::move(mentions);
    work.say(id, std::move(note));
}

}
