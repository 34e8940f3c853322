#pragma once

#include "model/calendar/resolve_schedules.h"

namespace signalbox {

// A change of the clocks that a plan feels.
struct ClockChange {
    Instant at{};
    int minutes = 0;      // by which the local clock jumps: 60 forward, -60 back
    UtcInterval during;   // the open interval in which it happens, or that begins or ends with it
    bool operator==(const ClockChange&) const = default;
};

// The changes of daylight saving in [from, to) that happen while the plan is open, or exactly when it opens or closes. Such an
// interval is longer or shorter than it says. Error: unknown time zone.
Result<std::vector<ClockChange>> clockChangesWhileOpen(const LocalPlan& plan, Instant from, Instant to);

}
