#include "routing/conditions/operators.h"

#include <array>

namespace signalbox {
namespace {

constexpr std::array<std::string_view, 17> names{"eq",      "ne",     "in",      "nin",      "lt",     "le",
                                                 "gt",      "ge",     "between", "contains", "starts", "ends",
                                                 "matches", "exists", "empty",   "has_any",  "has_all"};

bool isOrdered(ValueType type)
{
    return type == ValueType::Number || type == ValueType::Time || type == ValueType::String;
}

}

std::string_view nameOf(Operator op) { return names[static_cast<std::size_t>(op)]; }

std::optional<Operator> operatorFromName(std::string_view name)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name)
            return static_cast<Operator>(i);
    return std::nullopt;
}

std::string_view operatorNames()
{
    return "eq, ne, in, nin, lt, le, gt, ge, between, contains, starts, ends, matches, exists, empty, has_any, has_all";
}

OperandForm operandForm(Operator op)
{
    switch (op) {
    case Operator::Exists:
    case Operator::Empty:
        return OperandForm::Nothing;
    case Operator::In:
    case Operator::Nin:
        return OperandForm::List;
    case Operator::Between:
        return OperandForm::Pair;
    default:
        return OperandForm::One;
    }
}

bool appliesTo(Operator op, ValueType type)
{
    switch (op) {
    case Operator::Eq:
    case Operator::Ne:
    case Operator::Exists:
    case Operator::Empty:
        return true;
    case Operator::In:
    case Operator::Nin:
        return type != ValueType::Set;
    case Operator::Lt:
    case Operator::Le:
    case Operator::Gt:
    case Operator::Ge:
    case Operator::Between:
        return isOrdered(type);
    case Operator::Contains:
        return type == ValueType::String || type == ValueType::Set;
    case Operator::Starts:
    case Operator::Ends:
    case Operator::Matches:
        return type == ValueType::String;
    case Operator::HasAny:
    case Operator::HasAll:
        return type == ValueType::Set;
    }
    return false;
}

ValueType literalType(Operator op, ValueType attribute)
{
    return op == Operator::Contains ? ValueType::String : attribute;
}

std::optional<ValueType> rightAttributeType(Operator op, ValueType attribute)
{
    switch (op) {
    case Operator::Between:
    case Operator::Matches:
    case Operator::Exists:
    case Operator::Empty:
        return std::nullopt;
    case Operator::In:
    case Operator::Nin:
        return attribute == ValueType::String ? std::optional(ValueType::Set) : std::nullopt;
    default:
        return literalType(op, attribute);
    }
}

bool holdsOnMissing(Operator op) { return op == Operator::Ne || op == Operator::Nin || op == Operator::Empty; }

}
