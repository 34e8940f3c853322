#pragma once

#include "app/router/work.h"
#include "model/domain/command.h"

namespace signalbox {

// Who has which conversation open, and writes there: told to consoles, and the visitor sees who writes to them. Nothing of
// it is journaled.
Result<void> change(Work& work, const LookAt& command);
Result<void> change(Work& work, const AgentTyping& command);

void typesNoMore(Work& work, const AgentId& agent);   // what they typed is written
// Who has not said for half a minute that they look at something does not; typing shows for six seconds.
void forgetAbsentLookers(Work& work);
void forgetLooker(Work& work, const AgentId& agent);

}
