#pragma once

#include "app/router/work.h"
#include "model/domain/command.h"

namespace signalbox {

// Who has a conversation, changed by a person. Decisions leave it where a person put it. Errors are sentences for that
// person.
Result<void> change(Work& work, const TakeConversation& command);
Result<void> change(Work& work, const TransferConversation& command);

// The offer of the conversation that is out, if any, does not stand any more.
void withdrawOffer(Work& work, const ConversationId& id, const std::string& reason);

}
