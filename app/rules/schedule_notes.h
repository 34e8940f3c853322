#pragma once

#include "model/domain/agent.h"
#include "model/domain/result.h"
#include "routing/rulebook/rulebook.h"
#include "ui/shared/analysis_port.h"

#include <vector>

namespace signalbox {

// What a person should know about the schedules between two moments, by time: one that never opens; clock changes while
// one is open; when a queue is closed and nothing it falls back to is open; when everybody who could answer a queue is on
// leave though it is open. Of repeated weekly gaps only the first is named, with the hours they make together. Error: an
// unknown time zone, with its place.
Result<std::vector<ScheduleNote>> scheduleNotes(const Rulebook& rulebook, const std::vector<Agent>& agents,
                                                Instant from, Instant to);

}
