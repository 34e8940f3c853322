#pragma once

#include "model/domain/decision.h"
#include "routing/rulebook/rulebook.h"

#include <map>
#include <string>
#include <vector>

namespace signalbox {

// Each observed signal's points now: weight * 2^(-age / half-life), rounded to hundredths so that every machine agrees.
// A half-life of zero never fades; a moment in the future counts as now. In the order of the rulebook; signals it no
// longer has are left out, those that have faded to nothing are kept.
std::vector<SignalShare> sharesOf(const std::vector<Signal>& signals, const std::map<SignalId, Instant>& observed,
                                  Instant now);

// The sum of the points that count for this score, 0 to 100.
double scoreOf(const std::vector<SignalShare>& shares, Score score);
double intentScoreOf(const std::vector<SignalShare>& shares);

// "fit_score": where a closed context keeps it.
std::string scoreAttribute(Score score);

}
