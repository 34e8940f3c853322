#pragma once

#include "model/calendar/resolve_schedules.h"
#include "routing/engine.h"
#include "routing/proof/check.h"

#include <gtest/gtest.h>

namespace signalbox {

// A year, so that what is proved does not change with the day on which the tests run.
inline const Interval testHorizon{*fromIso8601("2026-06-01T00:00:00Z"), *fromIso8601("2027-06-01T00:00:00Z")};

inline OpenIntervals intervalsOf(const Rulebook& rulebook)
{
    OpenIntervals all;
    for (const Schedule& schedule : rulebook.schedules) {
        LocalPlan plan{schedule.timezone, {}, schedule.closed};
        for (const WeeklyInterval& interval : schedule.weekly)
            for (const int day : interval.days)
                plan.weekly.push_back({day, interval.fromMinute, interval.toMinute});
        auto& open = all[schedule.id];
        const auto resolved = resolve(plan, testHorizon.from, testHorizon.to);
        if (!resolved) {
            ADD_FAILURE() << resolved.error().message;
            continue;
        }
        for (const UtcInterval& interval : *resolved)
            open.push_back({interval.from, interval.to});
    }
    return all;
}

inline Instant timeOf(const Values& values)
{
    const auto now = values.find("now");
    return now == values.end() ? testHorizon.from : std::get<Instant>(now->second);
}

inline std::vector<Finding> findingsOf(const Rulebook& rulebook)
{
    return checkRulebook(rulebook, intervalsOf(rulebook), testHorizon, {});
}

}
