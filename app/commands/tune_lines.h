#pragma once

#include "app/analysis/threshold_history.h"

#include <string>

namespace signalbox {

// What `signalbox tune` found.
struct Tuning {
    ThresholdHistory history;   // with a study
    AlertId trigger;
    std::optional<double> aim{};                       // 0 to 1
    std::optional<ThresholdSuggestion> suggestion{};   // none with an aim: no threshold reaches it
    std::optional<double> chosen{};                    // said, or else suggested
};

std::string tuningAsText(const Tuning& tuning);
std::string tuningAsJsonLines(const Tuning& tuning);

}
