#pragma once

#include "app/router/work.h"
#include "model/domain/command.h"

namespace signalbox {

// What a person at a console asks for, checked again here whatever the screen allowed: that the agent, the conversation
// and the offer exist, whose they are, and what the role may do. Errors are sentences for that person.
Result<void> perform(Work& work, const Command& command);

}
