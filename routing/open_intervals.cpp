#include "routing/open_intervals.h"

#include <algorithm>

namespace signalbox {
namespace {

// The first interval that ends after `at`.
auto firstEndingAfter(const std::vector<Interval>& intervals, Instant at)
{
    return std::upper_bound(intervals.begin(), intervals.end(), at,
                            [](Instant moment, const Interval& interval) { return moment < interval.to; });
}

}

bool isOpen(const OpenIntervals& intervals, const ScheduleId& schedule, Instant at)
{
    const auto known = intervals.find(schedule);
    if (known == intervals.end())
        return false;
    const auto interval = firstEndingAfter(known->second, at);
    return interval != known->second.end() && interval->from <= at;
}

std::optional<Instant> nextChange(const OpenIntervals& intervals, Instant after)
{
    std::optional<Instant> next;
    for (const auto& [schedule, open] : intervals) {
        const auto interval = firstEndingAfter(open, after);
        if (interval == open.end())
            continue;
        const Instant change = interval->from > after ? interval->from : interval->to;
        if (!next || change < *next)
            next = change;
    }
    return next;
}

}
