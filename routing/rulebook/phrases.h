#pragma once

#include "routing/conditions/condition.h"
#include "routing/rulebook/rulebook.h"

#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

// The parts sentences are made of. English; the screens translate what stands around them.

std::string numberInWords(double number);        // "42,000", "0.75"
std::string durationInWords(seconds duration);   // "1 minute", "90 seconds", "2 hours"
std::string quoted(std::string_view text);       // “text”, cut after 120 bytes
// "A, B and C"; `last` is " and " or " or ".
std::string joined(const std::vector<std::string>& parts, std::string_view last);

// With the attribute's unit: "€42,000", "2 minutes", "yes".
std::string valueInWords(const Value& value, std::string_view attribute, const Rulebook& rulebook);
// "is at least €42,000", or the opposite: "is not at least €42,000".
std::string predicate(const Comparison& comparison, bool negated, const Rulebook& rulebook);
// The same without the verb, for a column of what was wanted: "at least €42,000", "not CA", "contains “demo”".
std::string wantedInWords(const Comparison& comparison, bool negated, const Rulebook& rulebook);

// The queue's, tier's, alert's, schedule's name; its id when the rulebook does not know it.
std::string nameOf(const QueueId& queue, const Rulebook& rulebook);
std::string nameOf(const TierId& tier, const Rulebook& rulebook);
std::string nameOf(const AlertId& alert, const Rulebook& rulebook);
std::string nameOf(const ScheduleId& schedule, const Rulebook& rulebook);

}
