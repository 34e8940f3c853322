#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace signalbox {

// How long something lasted, or has lasted so far.
struct ObservedTime {
    std::chrono::microseconds lasted{};
    bool ended = false;   // false: still open or given up, so it would have lasted longer (right-censored)
};

// By this time so much of all had ended.
struct SurvivalPoint {
    std::chrono::microseconds at{};
    double ended = 0;   // 0 to 1
};

struct SurvivalEstimate {
    std::int64_t of = 0;
    std::int64_t ended = 0;
    std::optional<std::chrono::microseconds> median;   // without: fewer than half are known to have ended by any time
    std::optional<std::chrono::microseconds> p90;      // the time by which nine in ten have ended; without: as above
    std::chrono::microseconds medianLow{};             // 95 % interval of the median; 0: no lower limit is known
    std::optional<std::chrono::microseconds> medianHigh;   // without: no upper limit is known
    std::vector<SurvivalPoint> curve{};   // the steps to draw, each holding until the next; of many, 200 spread evenly
};

// Kaplan and Meier's estimate (1958), at a time that exactly halves the curve the middle of that step, so that without
// censoring these are the plain median and 90th percentile. The interval is Brookmeyer and Crowley's (1982) with
// Greenwood's variance after a log-log transformation. Fewer than 6 times have no interval: of 5 the median
// lies outside them all 6 % of the time, whatever the method. With few the true coverage is uneven, from 93 % (7 times,
// none censored) to 98 %. Takes O(n log n).
SurvivalEstimate estimateSurvival(std::vector<ObservedTime> times);

}
