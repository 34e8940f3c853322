#pragma once

#include "app/router/work.h"

namespace signalbox {

// Why a conversation is looked at again.
struct Cause {
    enum class Kind { VisitorWrote, AskedForPerson, ContextChanged, RulesChanged, TimePassed } kind = Kind::TimePassed;
    std::optional<KnowledgeMatch> match;   // the best one for what the visitor wrote
};

// Attributes that follow from the floor and are therefore never journaled: conversation.*, message.text, and of the
// queues those that the rulebook mentions.
Values liveValues(Work& work, const ConversationState& state);
// The context as conditions see it at `at`.
Values closedValues(Work& work, const ConversationState& state, Instant at);

// Journals the signals that are seen now because these attributes changed.
void observeSignals(Work& work, const ConversationId& id, const std::vector<std::string>& changedAttributes);

// Decides and carries out what was decided. Every visitor message has its decision in the journal; otherwise only a
// decision that differs from the last one in what it does is kept, so that ticks and page views add nothing.
void decideAndCarryOut(Work& work, const ConversationId& id, const Cause& cause);

}
