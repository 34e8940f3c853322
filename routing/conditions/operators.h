#pragma once

#include "routing/conditions/condition.h"

#include <optional>
#include <string_view>

namespace signalbox {

// What has to stand on the right of an operator.
enum class OperandForm { Nothing, One, List, Pair };

// The operator's word in a rulebook: "has_any".
std::string_view nameOf(Operator op);
std::optional<Operator> operatorFromName(std::string_view name);
// All words, for messages: "eq, ne, in, ...".
std::string_view operatorNames();

OperandForm operandForm(Operator op);
// Whether attributes of this type can be compared with this operator.
bool appliesTo(Operator op, ValueType type);
// The type one literal on the right has when the attribute has this type: a set's `contains` takes a string.
ValueType literalType(Operator op, ValueType attribute);
// Whether another attribute may stand on the right, and of which type it has to be.
std::optional<ValueType> rightAttributeType(Operator op, ValueType attribute);

// True on a missing attribute (and on a missing right side): ne, nin, empty.
bool holdsOnMissing(Operator op);

}
