#pragma once

#include "model/figures/shares.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace signalbox {

// One part of what is estimated, looked at by a sample of its own.
struct Stratum {
    double weight = 0;   // its part of the whole, in any unit
    std::int64_t hits = 0;
    std::int64_t of = 0;                      // sampled, above 0
    std::optional<std::int64_t> population;   // what the sample was drawn from; without: from what has no end
};

// A share, and how many things drawn by plain chance from the whole would say as much about it.
struct SampledShare {
    double value = 0;
    double worth = 0;   // for estimateSampledShare and estimateRareShare; infinite when everything was looked at
};

// The share of hits in the whole, each stratum counted by its weight. Its worth is the effective sample size, p(1 - p)
// by the variance of the weighted estimate (E. L. Korn, B. I. Graubard, "Confidence intervals for proportions with
// small expected number of positive counts", 1998). For the variance half a hit and half a miss are added to each
// stratum, or one without a hit would pass for certain. With one stratum of no end: hits / of, worth `of`.
SampledShare combineStrata(const std::vector<Stratum>& strata);

}
