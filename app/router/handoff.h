#pragma once

#include "app/router/work.h"

namespace signalbox {

// Where a conversation is to wait, and for whom.
struct WaitingPlace {
    QueueId queue;
    AgentId agent;   // whom the visitor is told about; empty: anyone in the queue
};

// The open queue that stands in for this one by the live rulebook: see routing/assignment/open_queue.h.
QueueId openQueue(const Rules& rules, const QueueId& wanted, Instant at);

// Puts a conversation of the AI, of another queue or of an agent into the queue. Whoever waits already keeps their place.
// A visitor who talked with the AI is told. Does nothing when it waits there already.
void moveToQueue(Work& work, const ConversationId& id, const WaitingPlace& destination, const std::string& reason);
// The same where it may wait in that queue already, and for another reason from now on.
void waitIn(Work& work, const ConversationId& id, const WaitingPlace& destination, const std::string& reason);

// Gives the conversation to the agent: what is owed stays owed. Ends the offer that is out, if any, for the others.
void giveToAgent(Work& work, const ConversationId& id, const AgentId& agent, const std::string& reason);

// Every change of owner goes through here: it ends what the former owner had begun, a hold and a raised hand.
void changeOwner(Work& work, OwnerChanged change, Instant at);

}
