#pragma once

#include "app/router/work.h"
#include "model/domain/command.h"

namespace signalbox {

Result<void> change(Work& work, const SetFollowUp& command);
// Whose it is, who set it, and leads and supervisors end one.
Result<void> change(Work& work, const EndFollowUp& command);

// The moment that names a follow-up of this conversation: `wanted`, or the next one that names no other.
Instant freeMoment(const ConversationState& state, Instant wanted);

// Reminds of what is due: an alert, and a note where the conversation is still open. What a policy set that was switched
// off or removed since is called off.
void remindOfFollowUps(Work& work);

}
