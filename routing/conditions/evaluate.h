#pragma once

#include "model/domain/value.h"
#include "routing/conditions/condition.h"
#include "routing/conditions/patterns.h"
#include "routing/open_intervals.h"

#include <optional>
#include <string_view>
#include <variant>

namespace signalbox {

// Everything a condition can look at.
struct Facts {
    const Values& values;
    const Patterns& patterns;   // with those of the condition
    const OpenIntervals& intervals;
    Instant now{};
};

// Plain two-valued logic, exactly as the rulebook format says; the reference for anything faster. A comparison on a missing
// attribute is false, but `ne`, `nin` and `empty` are true on one. A value of another type than the one compared with is
// never equal, and neither before nor after it.
bool holds(const Condition& condition, const Facts& facts);
bool holds(const Comparison& comparison, const Facts& facts);
// The state that the facts keep under "schedule.<id>", else what the intervals say.
bool holds(const ScheduleTest& test, const Facts& facts);

// Three-valued: a comparison that looks at a missing attribute is not known, and neither is what depends on it.
std::optional<bool> holdsAsFarAsKnown(const Condition& condition, const Facts& facts);

// "schedule.office": where a closed context keeps whether a schedule is open.
std::string scheduleAttribute(const ScheduleId& schedule);

// The leaf that settled the matter: of a condition that is false, the first comparison that failed (under a `not`: that
// held). `leaf` is none for an `any` of nothing, or a `not` of an `all` of nothing.
struct Culprit {
    std::variant<std::monostate, const Comparison*, const ScheduleTest*> leaf;
    bool wantedToFail = false;   // it stands under an odd number of `not`
};
Culprit firstFailure(const Condition& condition, const Facts& facts);

}
