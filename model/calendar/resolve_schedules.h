#pragma once

#include "model/domain/instant.h"
#include "model/domain/result.h"

#include <string>
#include <vector>

namespace signalbox {

// A weekly plan in local time, and the UTC intervals it means. Kept apart from the rulebook's own types: this folder
// knows time zones and nothing else.
struct LocalPlan {
    struct Weekly { int day = 0; int fromMinute = 0; int toMinute = 0; };   // day 0 Monday; to <= from: ends next day
    std::string timezone;                  // IANA name
    std::vector<Weekly> weekly;
    std::vector<std::string> closedDates;  // local "YYYY-MM-DD"
};
struct UtcInterval { Instant from; Instant to; bool operator==(const UtcInterval&) const = default; };

// All open intervals that touch [from, to), merged and sorted. A local time skipped by daylight saving counts as the
// moment after the gap; one that comes twice opens at the first and closes at the second. Error: unknown time zone.
Result<std::vector<UtcInterval>> resolve(const LocalPlan& plan, Instant from, Instant to);

}
