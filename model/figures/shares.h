#pragma once

#include <cstdint>

namespace signalbox {

// A share or a change of one, with the interval it lies in with 95 % certainty, when what was counted is a sample of what
// comes.
struct ShareEstimate {
    double value = 0;
    double low = 0;
    double high = 0;
};

// `hits` of `of`, with Wilson's score interval (E. B. Wilson, 1927). Of nothing: anything from 0 to 1.
ShareEstimate estimateShare(std::int64_t hits, std::int64_t of);

// How a share changes when the same `of` things are looked at twice: `before` and `after` of them had it, `both` both
// times. After minus before, with Newcombe's interval for paired proportions from Wilson's limits (R. G. Newcombe, 1998,
// method 10).
ShareEstimate estimateChange(std::int64_t before, std::int64_t after, std::int64_t both, std::int64_t of);

}
