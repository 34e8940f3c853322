#pragma once

#include "app/router/work.h"
#include "model/domain/command.h"

namespace signalbox {

// A value, in EUR, belongs to the outcome "converted" alone.
Result<void> change(Work& work, const CloseConversation& command);
// How imported history ended is known from its file. What turned out to be so is journaled with the closing, after every
// decision, so that no decision saw it. Error: this is no history that came at once, or it ends before it was written.
Result<void> checkEnding(const VisitorInput& input, const Ending& ending);
void end(Work& work, const ConversationId& id, const Ending& ending);
// The undo of a close: back to who had it, with all that was so before, whenever it was closed.
Result<void> change(Work& work, const ReopenConversation& command);

}
