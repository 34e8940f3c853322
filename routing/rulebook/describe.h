#pragma once

#include "routing/rulebook/rulebook.h"

#include <string>

namespace signalbox {

// Exact English sentences made from the rules themselves, for lists, cards and traces.
// "If company size is at least 500 and country is not CA, send to Enterprise East"
std::string sentence(const Policy& policy, const Rulebook& rulebook);
std::string describe(const Condition& condition, const Rulebook& rulebook);
std::string describe(const Action& action, const Rulebook& rulebook);   // "send to Enterprise East"
std::string describe(const Value& value);
std::string attributeLabel(std::string_view attribute, const Rulebook& rulebook);   // label, else the last part: "deal size"

}
