#pragma once

#include "model/domain/result.h"
#include "routing/open_intervals.h"

#include <string>
#include <string_view>

namespace signalbox {

// {"office":[["2026-06-01T07:00:00Z","2026-06-01T16:00:00Z"], ...]}
std::string openIntervalsToJson(const OpenIntervals& intervals);
// Refuses text that is not of this form, and intervals that are empty, not sorted or overlap.
Result<OpenIntervals> openIntervalsFromJson(std::string_view json);

}
