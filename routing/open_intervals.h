#pragma once

#include "model/domain/ids.h"
#include "model/domain/instant.h"

#include <map>
#include <optional>
#include <vector>

namespace signalbox {

struct Interval { Instant from; Instant to; bool operator==(const Interval&) const = default; };   // [from, to)

// When each schedule of a published rulebook is open, in UTC: sorted, not touching. Resolved once, by model/calendar, and
// kept with the version, so that a later change of time-zone rules never changes what was decided.
using OpenIntervals = std::map<ScheduleId, std::vector<Interval>>;

bool isOpen(const OpenIntervals& intervals, const ScheduleId& schedule, Instant at);
// The next moment after `after` at which any schedule opens or closes.
std::optional<Instant> nextChange(const OpenIntervals& intervals, Instant after);

}
