#pragma once

#include "app/router/work.h"
#include "model/domain/command.h"

namespace signalbox {

// The state of somebody who is given time after closing a conversation. No workspace's own state.
inline constexpr std::string_view wrapUpState = "wrap_up";

// One's own presence, or, for leads and supervisors, anybody's. A state of the workspace's own counts as it says.
Result<void> change(Work& work, const SetPresence& command);

// Called when an offer to them has lapsed: who misses as many in a row as the desk's settings say is taken to be away.
void awayAfterMissedOffers(Work& work, const AgentId& agent);

// Called when they closed a conversation of theirs: no offers for the time the desk's settings give. Whoever is not online
// stays as they are.
void beginWrapUp(Work& work, const AgentId& agent);
void endWrapUp(Work& work, const AgentId& agent);
// Who was away until a time that has come is online again, unless they chose something else meanwhile.
void returnFromWrapUp(Work& work);

}
