#pragma once

#include "routing/backtest/backtest.h"

#include <QString>

namespace signalbox {

// The report as people's text: counts, from and to, loads, alerts a day, and the shares that can be recomputed with their
// intervals. At most `moved` of the conversations that move.
QString backtestInWords(const BacktestReport& report, const Rulebook& draft, std::size_t moved);
// The same as JSON lines, each with its "kind".
QString backtestAsJsonLines(const BacktestReport& report, std::size_t moved);

}
