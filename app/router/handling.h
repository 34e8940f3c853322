#pragma once

#include "app/router/work.h"
#include "model/domain/command.h"

namespace signalbox {

// What agents and leads do with a conversation beside answering and moving it. Errors are sentences for that person.
Result<void> change(Work& work, const InviteAgent& command);
Result<void> change(Work& work, const LeaveConversation& command);
Result<void> change(Work& work, const HoldConversation& command);
Result<void> change(Work& work, const ResumeConversation& command);
Result<void> change(Work& work, const RaiseHand& command);

}
