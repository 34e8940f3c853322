#pragma once

#include "app/router/work.h"
#include "model/domain/command.h"

namespace signalbox {

// A policy's action raises the alert, unless it is on already or was on too lately.
void soundAlert(Work& work, const ConversationId& id, const AlertId& alert, const Values& values, const PolicyId& policy);

// Ends the conversation's alerts whose condition no longer holds for these closed values, and raises those whose condition
// has held for as long as they ask.
void soundAlerts(Work& work, const ConversationId& id, const Values& values);

// Wakes alerts that were snoozed until now, passes on those that nobody acknowledged in time, and looks again at
// conversations where a condition had to hold until now.
void watchAlerts(Work& work);

// Its owner, leads and supervisors; what is anybody's also whoever says it.
Result<void> change(Work& work, const AcknowledgeAlert& command);
Result<void> change(Work& work, const SnoozeAlert& command);
Result<void> change(Work& work, const HandOnAlert& command);
Result<void> change(Work& work, const ResolveAlert& command);
Result<void> change(Work& work, const ReportDelivery& command);

}
