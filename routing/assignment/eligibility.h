#pragma once

#include "routing/assignment/requirements.h"

#include <string>
#include <vector>

namespace signalbox {

// The places a conversation of this channel takes of the agent's capacity: their weight for it, 1 unless said.
double placesTaken(const Agent& agent, Channel channel);

bool belongsTo(const Agent& agent, const QueueId& queue);   // no queues named: to every one

// Online, not on leave, on duty, with no offer out.
bool isFree(const AgentOnFloor& agent, const OpenIntervals& intervals, Instant now);
bool hasRoom(const AgentOnFloor& agent, Channel channel);
bool fits(const Agent& agent, const Asked& asked);

// All that keeps this agent from being offered a conversation of this channel that asks for this, in words for a
// person; empty when nothing does. The smallest set of changes that would make them a candidate.
std::vector<std::string> obstacles(const AgentOnFloor& agent, Channel channel, const Asked& asked,
                                   const OpenIntervals& intervals, Instant now);

// Since when the agent has nothing new: the last conversation given or the moment they came online, whichever is later.
// So somebody back from leave does not go before all those who were there.
Instant idleFrom(const AgentOnFloor& agent);
double load(const AgentOnFloor& agent);   // 0 to 1

}
