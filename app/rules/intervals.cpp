#include "app/rules/intervals.h"

#include <algorithm>

namespace signalbox {

std::vector<Interval> united(std::vector<Interval> intervals)
{
    std::ranges::sort(intervals, {}, &Interval::from);
    std::vector<Interval> apart;
    for (const Interval& interval : intervals)
        if (interval.from >= interval.to)
            continue;
        else if (!apart.empty() && interval.from <= apart.back().to)
            apart.back().to = std::max(apart.back().to, interval.to);
        else
            apart.push_back(interval);
    return apart;
}

std::vector<Interval> common(const std::vector<Interval>& one, const std::vector<Interval>& other)
{
    std::vector<Interval> both;
    for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
        const Interval shared{std::max(a->from, b->from), std::min(a->to, b->to)};
        if (shared.from < shared.to)
            both.push_back(shared);
        a->to < b->to ? void(++a) : void(++b);
    }
    return both;
}

std::vector<Interval> without(const std::vector<Interval>& from, const std::vector<Interval>& taken)
{
    std::vector<Interval> left;
    for (Interval interval : from) {
        for (const Interval& gone : taken) {
            if (gone.to <= interval.from || gone.from >= interval.to)
                continue;
            if (interval.from < gone.from)
                left.push_back({interval.from, gone.from});
            interval.from = std::min(std::max(interval.from, gone.to), interval.to);
        }
        if (interval.from < interval.to)
            left.push_back(interval);
    }
    return left;
}

seconds totalLength(const std::vector<Interval>& intervals)
{
    seconds total{0};
    for (const Interval& interval : intervals)
        total += std::chrono::duration_cast<seconds>(interval.to - interval.from);
    return total;
}

}
