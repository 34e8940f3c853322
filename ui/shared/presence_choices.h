#pragma once

#include "model/domain/ids.h"
#include "ui/shared/page_context.h"

class QMenu;

namespace signalbox {

// Adds every state of presence to the menu, the workspace's own ones too; choosing one sets it for `agent`. `by` is the
// lead who does so for them, empty when they do it themselves.
void addPresenceChoices(QMenu& menu, const PageContext& context, const AgentId& agent, const AgentId& by);

}
