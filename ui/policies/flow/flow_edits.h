#pragma once

#include "routing/rulebook/rulebook.h"

namespace signalbox {

class RulebookDraft;
struct FlowNode;

// Whether a policy can be sent there by dropping it: queues and the AI.
bool takesPolicies(const FlowNode& destination);
// Sends what the policy takes to the queue, or to the AI: in place of the action that chooses the owner now. One step of
// undo; nothing when it goes there already.
void sendTo(RulebookDraft& draft, const PolicyId& policy, const FlowNode& destination);
void switchPolicy(RulebookDraft& draft, const PolicyId& policy);

}
