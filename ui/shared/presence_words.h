#pragma once

#include "model/domain/change_set.h"

#include <QString>

namespace signalbox {

// "Online", "Lunch" (a state of the workspace's own), "Wrap-up".
QString presenceStateName(const AgentOnScreen& agent, const DeskSettings& settings);
// With how long, or how much longer, and why: "Away 12 min: 3 offers missed", "Wrap-up, 0:42 left". Online and offline
// stand alone.
QString presenceSummary(const AgentOnScreen& agent, const DeskSettings& settings, Instant now);
// "0:42 left" until they are online again by themselves; empty: they say so.
QString presenceTimeLeft(const AgentOnScreen& agent, Instant now);

}
