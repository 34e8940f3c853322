#pragma once

#include "model/domain/instant.h"

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace signalbox {

enum class ValueType { String, Number, Boolean, Set, Time };

using StringSet = std::vector<std::string>;                                  // sorted, each member once
using Value = std::variant<std::string, double, bool, StringSet, Instant>;   // alternatives in the order of ValueType

inline ValueType typeOf(const Value& value) { return static_cast<ValueType>(value.index()); }
StringSet makeStringSet(std::vector<std::string> members);

// Attribute names are dotted: "crm.deal_size". A name that is not there is missing.
using Values = std::map<std::string, Value, std::less<>>;

}
