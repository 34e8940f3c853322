#pragma once

#include "model/domain/instant.h"

namespace signalbox {

// Periods that are offered. Weeks are those of ISO 8601 in UTC, as in `signalbox report`, so that two desks in different
// zones see the same figures.
enum class PeriodChoice { ThisWeek, LastWeek, FourWeeks, TwelveWeeks, All, TwoDates };

struct InsightsPeriod {
    Instant since = Instant::min();   // [since, until)
    Instant until = Instant::max();

    bool operator==(const InsightsPeriod&) const = default;
};

// The last 4 and 12 weeks end with this one. Not for TwoDates.
InsightsPeriod periodOf(PeriodChoice choice, Instant now);

}
