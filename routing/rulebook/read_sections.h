#pragma once

#include "routing/rulebook/read_condition.h"
#include "routing/rulebook/rulebook.h"

#include <map>
#include <string>
#include <vector>

namespace signalbox {

constexpr int longestSeconds = 366 * 24 * 3600;   // of every time that a section gives in seconds

// The parts of the document, each read from its list. `place` is the list's.
std::map<std::string, AttributeDefinition, std::less<>> readAttributes(const JsonTree& tree, const Place& place,
                                                                       Issues& issues);
std::vector<Schedule> readSchedules(const JsonTree& list, const Place& place, Issues& issues);
std::vector<Signal> readSignals(const JsonTree& list, const Place& place, const ReadingContext& context);
std::vector<Criterion> readQualification(const JsonTree& list, const Place& place, const ReadingContext& context);
std::vector<Tier> readTiers(const JsonTree& list, const Place& place, const ReadingContext& context);
std::vector<Policy> readPolicies(const JsonTree& list, const Place& place, const ReadingContext& context);
std::vector<AlertTrigger> readAlerts(const JsonTree& list, const Place& place, const ReadingContext& context);
std::vector<Queue> readQueues(const JsonTree& list, const Place& place, const ReadingContext& context);

}
