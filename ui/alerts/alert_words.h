#pragma once

#include "model/domain/alert.h"
#include "ui/shared/tier_chip.h"

#include <QString>

#include <utility>
#include <vector>

namespace signalbox {

class ConsoleModel;

inline constexpr int longestReasonOfLabel = 300;   // characters

bool isReminder(const Alert& alert);   // of a follow-up: it is dismissed, and nothing else can be done with it
// Theirs who sits here or, when they lead, nobody's.
bool isForMe(const Alert& alert, const ConsoleModel& model);

// An alert in the words of the lists. All are one line.
QString alertTitle(const Alert& alert, const ConsoleModel& model);     // its trigger's name
QString alertVisitor(const Alert& alert, const ConsoleModel& model);   // "Dana Levy, Orchard & Pike"; else "#4817"
QString alertOwner(const Alert& alert, const ConsoleModel& model);     // "Yours: leads East"
QString alertState(const Alert& alert, const ConsoleModel& model, Instant now);   // "Snoozed until 11:13"; may be empty
QString heldBackWords(HeldBack heldBack);   // "Not told: quiet hours"; empty when its owner was told
QString verdictName(Verdict verdict);       // "True"
TierLabel alertTier(const Alert& alert, const ConsoleModel& model);   // when it was raised

// The times to be told again at: "For 10 minutes", ..., "Until tomorrow, 9:00" at this desk.
std::vector<std::pair<QString, Instant>> snoozeTimes(Instant now);

}
