#pragma once

#include "routing/assignment/assignment.h"

#include <optional>
#include <string>

namespace signalbox {

// The places a conversation of this channel takes of the agent's capacity: their weight for it, 1 unless said.
double placesTaken(const Agent& agent, Channel channel);

bool belongsTo(const Agent& agent, const QueueId& queue);   // no queues named: to every one

// Why this agent cannot be offered a conversation of this channel that asks for these skills, in words for a person;
// none when they can. `hasLetLapse` is a matter of order and not looked at here.
std::optional<std::string> whyNot(const AgentOnFloor& agent, Channel channel, const std::vector<Skill>& asked);

// Since when the agent has nothing new: the last conversation given or the moment they came online, whichever is later.
// So somebody back from leave does not go before all those who were there.
Instant idleFrom(const AgentOnFloor& agent);

}
