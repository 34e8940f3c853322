#pragma once

#include "model/calendar/resolve_schedules.h"
#include "model/domain/result.h"
#include "routing/open_intervals.h"
#include "routing/rulebook/rulebook.h"

namespace signalbox {

// How far from the present schedules are worked out.
constexpr std::chrono::days resolvedBack{30};
constexpr std::chrono::days resolvedAhead{730};

// The schedule as the calendar understands it.
LocalPlan localPlanOf(const Schedule& schedule);

// When each schedule of the rulebook is open between the two moments, in UTC. Errors: an unknown time zone, with the
// schedule's place in the rulebook.
Result<OpenIntervals> openIntervalsOf(const Rulebook& rulebook, Instant from, Instant to);

}
