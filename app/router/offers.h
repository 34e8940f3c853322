#pragma once

#include "app/router/work.h"

namespace signalbox {

// The conversation an offer's id was made for: ids are "<conversation>-<place in the journal>".
ConversationId conversationOf(const OfferId& offer);

void endOffer(Work& work, const Offer& offer, OfferOutcome outcome, std::string reason);
// Offers whose time is up go to the next.
void lapseOffers(Work& work);
// Offers what waits to who can take it.
void makeOffers(Work& work);

// Who is not online is offered nothing: their offer is withdrawn. Who goes offline gives back the conversations in which a
// visitor waits for an answer; those keep their place. Answered ones stay theirs.
void afterPresenceChange(Work& work, const AgentId& agent);
// The agent's conversations go back to their queues; with `onlyOwed` those in which a visitor waits.
void giveBack(Work& work, const AgentId& agent, bool onlyOwed, const std::string& reason);

}
