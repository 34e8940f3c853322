#pragma once

#include "model/figures/shares.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace signalbox {

// Conversations that raised no alert and are alike, say of one channel and one band of scores.
struct SilentStratum {
    std::int64_t conversations = 0;
    std::int64_t sampled = 0;        // drawn by chance and judged; "unsure" is not judged
    std::int64_t worthAnAlert = 0;   // of those sampled
};

enum class RecallGap {
    None,
    StratumNotSampled,   // a stratum has conversations and none of them was judged
    NothingToRecall,     // nothing worth an alert was found, with or without one
};

struct RecallEstimate {
    std::optional<ShareEstimate> recall;   // without: `gap` says why
    RecallGap gap = RecallGap::None;
    double missed = 0;   // conversations worth an alert that raised none; 0 when a stratum was not sampled
    double missedLow = 0;
    double missedHigh = 0;
};

// Of all that was worth an alert, how much raised one: found / (found + missed), with `found` true alerts known and the
// missed ones estimated from the samples. The interval of the missed is Korn and Graubard's (1998): the exact binomial
// one at the effective size of the samples, which also covers where hits are rare or none; it never leaves what was
// seen.
RecallEstimate estimateRecall(std::int64_t found, const std::vector<SilentStratum>& silent);

}
