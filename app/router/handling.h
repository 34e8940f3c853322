#pragma once

#include "app/router/work.h"
#include "model/domain/command.h"

namespace signalbox {

// What agents and leads do with a conversation beside answering it. Errors are sentences for that person.
Result<void> change(Work& work, const LookAt& command);
// Who has not said for half a minute that they look at something does not.
void forgetAbsentLookers(Work& work);
Result<void> change(Work& work, const InviteAgent& command);
Result<void> change(Work& work, const LeaveConversation& command);
Result<void> change(Work& work, const HoldConversation& command);
Result<void> change(Work& work, const ResumeConversation& command);
Result<void> change(Work& work, const SetFollowUp& command);
Result<void> change(Work& work, const EndFollowUp& command);
Result<void> change(Work& work, const ReopenConversation& command);
Result<void> change(Work& work, const CorrectConversation& command);
Result<void> change(Work& work, const RaiseHand& command);

}
