#pragma once

#include "routing/rulebook/rulebook.h"

#include <optional>
#include <string>
#include <string_view>

namespace signalbox {

// Where things stand in the rulebook's document, as JSON pointers. `rulebook` may have its gates written out: what a gate
// adds to a policy stands where its criterion does.

// "/policies/3"; "/3" in a file that is only a list of policies.
std::string placeOf(const Policy& policy, const Rulebook& rulebook);
// "/tiers/0/when"
std::string placeOfCondition(std::string_view section, std::size_t index);
// Of a part of the policy's condition: "/policies/3/when/any/1".
std::string placeOfPart(const Condition& part, const Policy& policy, const Rulebook& rulebook);
// From the condition to one of its parts: "/any/1"; empty for the condition itself, none when it is not in it.
std::optional<std::string> pathTo(const Condition& part, const Condition& within);

}
