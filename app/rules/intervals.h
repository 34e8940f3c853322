#pragma once

#include "routing/open_intervals.h"

#include <vector>

namespace signalbox {

// Sets of moments as sorted intervals that do not touch.
std::vector<Interval> united(std::vector<Interval> intervals);   // of any intervals, in any order
std::vector<Interval> common(const std::vector<Interval>& one, const std::vector<Interval>& other);
std::vector<Interval> without(const std::vector<Interval>& from, const std::vector<Interval>& taken);
seconds totalLength(const std::vector<Interval>& intervals);

}
