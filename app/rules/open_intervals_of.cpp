#include "app/rules/open_intervals_of.h"

namespace signalbox {

LocalPlan localPlanOf(const Schedule& schedule)
{
    LocalPlan plan{schedule.timezone, {}, schedule.closed};
    for (const WeeklyInterval& interval : schedule.weekly)
        for (const int day : interval.days)
            plan.weekly.push_back({day, interval.fromMinute, interval.toMinute});
    return plan;
}

Result<OpenIntervals> openIntervalsOf(const Rulebook& rulebook, Instant from, Instant to)
{
    OpenIntervals all;
    for (std::size_t i = 0; i < rulebook.schedules.size(); ++i) {
        const Schedule& schedule = rulebook.schedules[i];
        const auto resolved = resolve(localPlanOf(schedule), from, to);
        if (!resolved)
            return failure(resolved.error().message, "/schedules/" + std::to_string(i) + "/" + resolved.error().place);
        auto& open = all[schedule.id];
        for (const UtcInterval& interval : *resolved)
            open.push_back({interval.from, interval.to});
    }
    return all;
}

}
