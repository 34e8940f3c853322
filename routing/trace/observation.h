#pragma once

#include "routing/conditions/evaluate.h"
#include "routing/rulebook/rulebook.h"

#include <string>
#include <vector>

namespace signalbox {

// One comparison of a condition, or one look at a schedule, as it was found: in words for a person.
struct Observation {
    std::string attribute;   // "crm.deal_size", "schedule.office"
    std::string found;       // "€48,000", or "missing"
    std::string wanted;      // "at least €50,000"; what was wanted under a `not` is the opposite
    bool holds = false;      // found as wanted

    bool operator==(const Observation&) const = default;
};

// What settled a condition that does not hold: its first comparison that was not as wanted.
Observation whatFailed(const Condition& condition, const Rulebook& rulebook, const Facts& facts);

// Every comparison of the condition, from left to right.
std::vector<Observation> everyObservation(const Condition& condition, const Rulebook& rulebook, const Facts& facts);

// "€48,000"; "missing" for none; "open" or "closed" for "schedule.<id>".
std::string foundInWords(const std::string& attribute, const std::optional<Value>& value, const Rulebook& rulebook);

}
