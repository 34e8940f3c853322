#pragma once

#include "routing/conditions/condition.h"
#include "routing/rulebook/rulebook.h"
#include "ui/policies/editor/operand_field.h"

namespace signalbox {

// The field that a comparison of an attribute of this type needs.
OperandKind operandKind(const Comparison& comparison, ValueType left, const std::string& unit);
// Whether what stands on the right is complete and of the right kind.
bool isFinished(const Comparison& comparison, ValueType left);

// The comparison with another attribute on the left, operator, or kind of right side. What is on the right is kept as far as
// it fits, else nothing stands there and the comparison is unfinished.
Comparison withAttribute(Comparison comparison, const std::string& attribute, ValueType type);
Comparison withOperator(Comparison comparison, Operator op, ValueType type);
Comparison withoutRightSide(Comparison comparison, ValueType type);

}
