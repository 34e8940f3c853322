#pragma once

#include "model/figures/shares.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace signalbox {

// Conversations of one channel and source: how many converted, in the time before a change and after it.
struct ConversionStratum {
    std::int64_t convertedBefore = 0;
    std::int64_t before = 0;
    std::int64_t convertedAfter = 0;
    std::int64_t after = 0;
};

struct ConversionChange {
    ShareEstimate before;
    ShareEstimate after;
    ShareEstimate lift;          // after minus before, from -1 to 1
    std::int64_t compared = 0;   // conversations, of both times
    std::int64_t leftOut = 0;    // in strata that have conversations at one of the two times only
};

// Conversion before and after, each standardised on the mix of strata of both times together, so that a change of the
// mix is no lift. Intervals are Wilson's at the effective sample size (strata.h), the lift's is Newcombe's from them;
// with one stratum these are the plain ones. Nothing when no stratum has conversations at both times.
std::optional<ConversionChange> compareConversion(const std::vector<ConversionStratum>& strata);

}
