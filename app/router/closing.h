#pragma once

#include "app/router/work.h"
#include "model/domain/command.h"

namespace signalbox {

// A value, in EUR, belongs to the outcome "converted" alone.
Result<void> change(Work& work, const CloseConversation& command);
// The undo of a close: back to who had it, with all that was so before, whenever it was closed.
Result<void> change(Work& work, const ReopenConversation& command);

}
