#pragma once

#include "app/router/deciding.h"

namespace signalbox {

// Carries out a decision's actions in their order. What speaks or counts (messages, tags, alerts, follow-ups, webhooks)
// happens only when the decision fires `anew`. Who owns the conversation changes only while the AI or a queue has it: a
// person keeps it, and so does the queue a person chose.
void carryOut(Work& work, const ConversationId& id, const Decision& decision, const Cause& cause, bool anew);

}
