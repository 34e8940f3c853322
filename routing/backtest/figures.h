#pragma once

#include "routing/backtest/backtest.h"

#include <string>
#include <vector>

namespace signalbox {

// A share of the conversations that decisions alone settle, before and with the draft.
struct BacktestFigure {
    std::string name;   // "Handed off to people", "Answered by the AI", "Tier P1"
    Shift shift;        // of report.conversations
};
std::vector<BacktestFigure> figuresOf(const BacktestReport& report);

// What cannot be known without the people, in a sentence.
std::string notRecomputed();
// "The draft looks at queue.sales.waiting, ..."; one sentence for each attribute that snapshots did not keep.
std::vector<std::string> notKeptInWords(const BacktestReport& report);

}
