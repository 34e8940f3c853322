#pragma once

#include "app/router/work.h"
#include "model/domain/command.h"

namespace signalbox {

// What a person puts right stays: later decisions leave a tier, and the AI an intent.
Result<void> change(Work& work, const CorrectConversation& command);

}
