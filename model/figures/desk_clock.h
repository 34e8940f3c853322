#pragma once

#include "model/figures/floor_question.h"

#include <algorithm>
#include <iterator>

namespace signalbox {

// A local clock's reading, as if it were UTC.
class DeskClock {
public:
    explicit DeskClock(const ClockOffsets& offsets) : m_offsets(offsets) { }

    Instant at(Instant moment) const
    {
        if (m_offsets.empty())
            return moment;
        const auto after = std::ranges::upper_bound(m_offsets, moment, {}, &ClockOffsets::value_type::first);
        return moment + (after == m_offsets.begin() ? m_offsets.front() : *std::prev(after)).second;
    }
    std::int64_t day(Instant moment) const
    {
        return std::chrono::floor<std::chrono::days>(at(moment)).time_since_epoch().count();
    }
    std::int64_t hour(Instant moment) const
    {
        const Instant local = at(moment);
        return std::chrono::floor<std::chrono::hours>(local - std::chrono::floor<std::chrono::days>(local)).count();
    }
    // 0 is Monday; 1 January 1970 was a Thursday.
    std::int64_t weekday(Instant moment) const { return ((day(moment) + 3) % 7 + 7) % 7; }

private:
    const ClockOffsets& m_offsets;
};

}
