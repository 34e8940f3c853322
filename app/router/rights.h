#pragma once

#include "app/router/work.h"

namespace signalbox {

// An empty id is the program itself: the command line and the first run, by who owns the file.
Result<void> mayPublish(const Floor& floor, const AgentId& by);        // supervisors
Result<void> mayDraft(const Floor& floor, const AgentId& by);          // leads and supervisors
Result<void> mayEditSettings(const Floor& floor, const AgentId& by);   // leads and supervisors
// Agents touch what is theirs or nobody's; leads and supervisors everything.
Result<void> mayActOn(const Floor& floor, const Conversation& conversation, const AgentId& by);

Result<const AgentState*> knownAgent(const Floor& floor, const AgentId& id);
// The conversation, open or closed. Error: no such conversation.
Result<const ConversationState*> anyConversation(Work& work, const ConversationId& id);
// The open conversation. Error: no such conversation, or closed.
Result<const ConversationState*> openConversation(Work& work, const ConversationId& id);

}
