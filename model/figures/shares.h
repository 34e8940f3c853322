#pragma once

#include <cstdint>

namespace signalbox {

// Of a normal distribution 95 % lie within so many standard deviations.
inline constexpr double deviationsOf95 = 1.959963984540054;

// A share or a change of one, with the interval it lies in with 95 % certainty, when what was counted is a sample of
// what comes.
struct ShareEstimate {
    double value = 0;
    double low = 0;
    double high = 0;
};

// `hits` of `of`, with Wilson's score interval (E. B. Wilson, 1927). Of nothing: anything from 0 to 1.
ShareEstimate estimateShare(std::int64_t hits, std::int64_t of);

// A share with Wilson's interval, seen in a sample that says as much as `worth` things drawn by plain chance: not a
// whole number when it was drawn with weights or by strata, infinite when everything was looked at. Worth nothing: from
// 0 to 1.
ShareEstimate estimateSampledShare(double share, double worth);

// How a share changes when the same `of` things are looked at twice: `before` and `after` of them had it, `both` both
// times. After minus before, with Newcombe's interval for paired proportions from Wilson's limits (R. G. Newcombe,
// 1998, method 10).
ShareEstimate estimateChange(std::int64_t before, std::int64_t after, std::int64_t both, std::int64_t of);

// After minus before for shares of different things, with Newcombe's interval for independent proportions from the
// limits of each (R. G. Newcombe, "Interval estimation for the difference between independent proportions", 1998,
// method 10).
ShareEstimate estimateDifference(const ShareEstimate& before, const ShareEstimate& after);

}
