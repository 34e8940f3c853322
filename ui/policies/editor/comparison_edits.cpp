#include "ui/policies/editor/comparison_edits.h"

#include "ui/policies/editor/condition_words.h"

#include <algorithm>

namespace signalbox {
namespace {

// Every literal on the right, whatever holds them; a set counts as its members where single texts are wanted.
std::vector<Value> literalsOf(const Operand& operand, ValueType wanted)
{
    if (const auto* const list = std::get_if<std::vector<Value>>(&operand))
        return *list;
    const auto* const value = std::get_if<Value>(&operand);
    if (!value)
        return {};
    if (const auto* const members = std::get_if<StringSet>(value); members && wanted == ValueType::String)
        return {members->begin(), members->end()};
    return {*value};
}

Value oneOf(const std::vector<Value>& literals, ValueType type)
{
    if (type != ValueType::Set || typeOf(literals.front()) == ValueType::Set)
        return literals.front();
    std::vector<std::string> members;
    for (const Value& literal : literals)
        if (const auto* const member = std::get_if<std::string>(&literal))
            members.push_back(*member);
    return Value{makeStringSet(std::move(members))};
}

Operand refitted(const Operand& operand, Operator op, ValueType left)
{
    const OperandForm form = operandForm(op);
    const ValueType type = literalType(op, left);
    if (form == OperandForm::Nothing)
        return {};
    if (std::holds_alternative<AttributeRef>(operand))
        return rightAttributeType(op, left) ? operand : Operand{};
    const std::vector<Value> literals = literalsOf(operand, type);
    const bool textsBecomeSet = type == ValueType::Set && form == OperandForm::One;
    const bool fits = !literals.empty() && std::ranges::all_of(literals, [&](const Value& literal) {
        return typeOf(literal) == type || (textsBecomeSet && typeOf(literal) == ValueType::String);
    });
    if (!fits)
        return {};
    if (form == OperandForm::One)
        return oneOf(literals, type);
    if (form == OperandForm::Pair)
        return std::vector<Value>{literals.front(), literals.back()};
    return literals;
}

}

OperandKind operandKind(const Comparison& comparison, ValueType left, const std::string& unit)
{
    OperandKind kind;
    kind.form = operandForm(comparison.op);
    kind.type = literalType(comparison.op, left);
    kind.isPattern = comparison.op == Operator::Matches;
    if (std::holds_alternative<AttributeRef>(comparison.operand)) {
        kind.isAttribute = true;
        kind.type = rightAttributeType(comparison.op, left).value_or(left);
        kind.isPattern = false;
    } else if (left == ValueType::Number) {
        kind.unit = unit;
    }
    return kind;
}

bool isFinished(const Comparison& comparison, ValueType left)
{
    if (comparison.attribute.empty() || !appliesTo(comparison.op, left))
        return false;
    if (const auto* const other = std::get_if<AttributeRef>(&comparison.operand))
        return !other->name.empty() && rightAttributeType(comparison.op, left).has_value();
    const bool isThere = !std::holds_alternative<std::monostate>(comparison.operand);
    return (operandForm(comparison.op) == OperandForm::Nothing) == !isThere;
}

Comparison withAttribute(Comparison comparison, const std::string& attribute, ValueType type)
{
    const bool sameName = comparison.attribute == attribute;
    comparison.attribute = attribute;
    if (!appliesTo(comparison.op, type)
        || (!sameName && std::holds_alternative<std::monostate>(comparison.operand)
            && operandForm(comparison.op) != OperandForm::Nothing))
        comparison.op = operatorsFor(type).front();
    comparison.operand = refitted(comparison.operand, comparison.op, type);
    if (type == ValueType::Boolean && comparison.op == Operator::Eq
        && std::holds_alternative<std::monostate>(comparison.operand))
        comparison.operand = Value{true};
    return comparison;
}

Comparison withOperator(Comparison comparison, Operator op, ValueType type)
{
    comparison.operand = refitted(comparison.operand, op, type);
    comparison.op = op;
    return comparison;
}

Comparison withoutRightSide(Comparison comparison, ValueType type)
{
    comparison.operand = Operand{};
    if (operandForm(comparison.op) == OperandForm::Nothing)
        comparison.op = operatorsFor(type).front();
    return comparison;
}

}
