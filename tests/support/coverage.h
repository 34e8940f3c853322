#pragma once

#include <random>

// How often an interval holds the truth, over generated weeks whose truth is known.
namespace signalbox::coverage {

// 2,000 weeks measure a coverage of 95 % to within 0.5 points (one standard error), so 94 % or a little less is what
// chance makes of it; counts are whole numbers, which moves the true coverage of any interval by a point or so around
// 95 % (Brown, Cai, DasGupta, 2001). Below 93 % is neither.
constexpr int weeks = 2000;
constexpr double least = 0.93;

// The part of the weeks that hold the truth; `week(random)` says whether one does. The same numbers on every run.
template <class Week>
double of(Week week)
{
    std::mt19937_64 random(20'260'601);
    int held = 0;
    for (int i = 0; i < weeks; ++i)
        held += week(random) ? 1 : 0;
    return static_cast<double>(held) / weeks;
}

// From 0 up to 1, the same with every standard library.
inline double chance(std::mt19937_64& random) { return static_cast<double>(random() >> 11) * 0x1p-53; }

inline double between(std::mt19937_64& random, double low, double high) { return low + (high - low) * chance(random); }

inline int wholeBetween(std::mt19937_64& random, int low, int high)
{
    return low + static_cast<int>(chance(random) * (high - low + 1));
}

inline int hits(std::mt19937_64& random, int of, double share)
{
    int count = 0;
    for (int i = 0; i < of; ++i)
        count += chance(random) < share ? 1 : 0;
    return count;
}

// Hits in a sample drawn without putting back.
inline int drawnHits(std::mt19937_64& random, int sampled, int population, int hitsInIt)
{
    int count = 0;
    for (int i = 0; i < sampled; ++i)
        count += chance(random) * (population - i) < hitsInIt - count ? 1 : 0;
    return count;
}

}
