#pragma once

#include "app/analysis/history.h"
#include "routing/backtest/backtest.h"
#include "ui/shared/analysis_port.h"

namespace signalbox {

// The document against the period, on all cores. Errors: it has errors, or the workspace cannot be read. Called off, the
// report says so and holds what was counted.
Result<BacktestReport> backtest(History& history, const std::string& document, const Period& period, Instant now,
                                const Errand& errand);

// Counts with an engine that is ready, on `workers` threads.
BacktestReport countMoves(const PastLog& log, const Engine& draft, const VersionsThen& then, const Period& period,
                          const DestinationWords& words, unsigned workers, const Errand& errand);

}
