#pragma once

#include "app/router/work.h"

namespace signalbox {

// Where a conversation is to wait, and for whom.
struct Destination {
    QueueId queue;
    AgentId agent;   // whom the visitor is told about; empty: anyone in the queue
};

// The queue itself while it is open; while it is closed the first open one along its fallbacks, each tried once. When
// none is open, the queue itself: there it waits. A queue that is not in the rulebook counts as the rulebook's first.
QueueId openQueue(const Rules& rules, const QueueId& wanted, Instant at);

// Puts a conversation of the AI, of another queue or of an agent into the queue. Whoever waits already keeps their place.
// A visitor who talked with the AI is told. Does nothing when it waits there already.
void moveToQueue(Work& work, const ConversationId& id, const Destination& destination, const std::string& reason);

// Gives the conversation to the agent: what is owed stays owed. Ends the offer that is out, if any, for the others.
void giveToAgent(Work& work, const ConversationId& id, const AgentId& agent, const std::string& reason);

}
