#pragma once

#include "app/router/work.h"

namespace signalbox {

// How soon the conversation is to be answered: what its policy set, else its tier's target, which is that of the tier a
// person gave it where one did. None: there is no hurry.
std::optional<seconds> answerWithin(const Rules& rules, const ConversationState& state);

// An answer is owed from now on, if one was not already, by the agent who has it; one who has gone home will not give it,
// so that it is offered on.
void oweAnswer(Work& work, const ConversationId& id);
// A changed target changes until when whoever waits is to be answered; since when they wait stays.
void keepDeadlineInStep(Work& work, const ConversationId& id);
// Somebody waits for an agent who is offline: it is offered on.
void offerOnFromAbsent(Work& work, const ConversationId& id);

// Taken up again. What the visitor said last and nobody answered is owed from now on.
void endHold(Work& work, const ConversationId& id, const std::string& reason);
// Those that were put aside until a time that has come: an answer is owed from now on.
void endHoldsThatAreOver(Work& work);

}
