#pragma once

#include "model/figures/shares.h"
#include "routing/backtest/backtest.h"
#include "ui/shared/tier_chip.h"

#include <QString>

namespace signalbox {

QString signedCount(qint64 change);   // "+58", "−58", "0"
// "42.1 %, somewhere from 41.0 to 43.2 %"
QString shareInWords(const ShareEstimate& share);
// "+0.6 points, somewhere from +0.4 to +0.9"
QString changeInWords(const ShareEstimate& change);
// "Sales EMEA", "the AI", "agent Leila": queues by the names the rulebook has for them.
QString placeInWords(const Outcome& outcome, const Rulebook& rulebook);
// The tier's name when it has one: "P1 Act now".
QString tierInWords(const std::string& tier, const Rulebook& rulebook);
TierLabel tierLabel(const TierId& tier, const Rulebook& rulebook);

}
