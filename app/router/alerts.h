#pragma once

#include "app/router/work.h"

namespace signalbox {

// Raises the alert for the conversation, unless it was raised for it within the alert's cooldown; with no cooldown, once
// for each conversation.
void soundAlert(Work& work, const ConversationId& id, const AlertId& alert);

// Raises every alert of the rulebook whose trigger holds for what the decision saw.
void soundAlerts(Work& work, const ConversationId& id, const Decision& decision);

}
