#include "routing/conditions/evaluate.h"

#include "routing/conditions/operators.h"

#include <algorithm>

namespace signalbox {
namespace {

const Value* valueOf(std::string_view attribute, const Facts& facts)
{
    const auto known = facts.values.find(attribute);
    return known == facts.values.end() ? nullptr : &known->second;
}

bool isEmpty(const Value& value)
{
    const auto* const text = std::get_if<std::string>(&value);
    const auto* const members = std::get_if<StringSet>(&value);
    return (text && text->empty()) || (members && members->empty());
}

// Below zero, zero, above zero; none where there is no order: different types, sets, booleans.
std::optional<int> order(const Value& left, const Value& right)
{
    if (left.index() != right.index() || std::holds_alternative<bool>(left) || std::holds_alternative<StringSet>(left))
        return std::nullopt;
    if (left == right)
        return 0;
    return left < right ? -1 : 1;
}

bool hasMember(const StringSet& members, const std::string& text)
{
    return std::binary_search(members.begin(), members.end(), text);
}

bool contains(const Value& left, const Value& right)
{
    const auto* const wanted = std::get_if<std::string>(&right);
    if (!wanted)
        return false;
    if (const auto* const text = std::get_if<std::string>(&left))
        return text->find(*wanted) != std::string::npos;
    const auto* const members = std::get_if<StringSet>(&left);
    return members && hasMember(*members, *wanted);
}

bool hasMembers(Operator op, const Value& left, const Value& right)
{
    const auto* const members = std::get_if<StringSet>(&left);
    const auto* const wanted = std::get_if<StringSet>(&right);
    if (!members || !wanted)
        return false;
    const auto isThere = [members](const std::string& text) { return hasMember(*members, text); };
    return op == Operator::HasAny ? std::any_of(wanted->begin(), wanted->end(), isThere)
                                  : std::all_of(wanted->begin(), wanted->end(), isThere);
}

// Both texts, or false.
template <class Test>
bool onTexts(const Value& left, const Value& right, Test test)
{
    const auto* const a = std::get_if<std::string>(&left);
    const auto* const b = std::get_if<std::string>(&right);
    return a && b && test(*a, *b);
}

bool isIn(const Value& left, const Value& right)   // the right side is an attribute that holds a set
{
    const auto* const text = std::get_if<std::string>(&left);
    const auto* const members = std::get_if<StringSet>(&right);
    return text && members && hasMember(*members, *text);
}

bool compare(Operator op, const Value& left, const Value& right, const Facts& facts)
{
    switch (op) {
    case Operator::Eq:
        return left == right;
    case Operator::Ne:
        return left != right;
    case Operator::In:
        return isIn(left, right);
    case Operator::Nin:
        return !isIn(left, right);
    case Operator::Lt:
        return order(left, right).value_or(0) < 0;
    case Operator::Le:
        return order(left, right).value_or(1) <= 0;
    case Operator::Gt:
        return order(left, right).value_or(0) > 0;
    case Operator::Ge:
        return order(left, right).value_or(-1) >= 0;
    case Operator::Contains:
        return contains(left, right);
    case Operator::Starts:
        return onTexts(left, right, [](const auto& text, const auto& start) { return text.starts_with(start); });
    case Operator::Ends:
        return onTexts(left, right, [](const auto& text, const auto& end) { return text.ends_with(end); });
    case Operator::Matches:
        return onTexts(left, right,
                       [&facts](const auto& text, const auto& pattern) { return facts.patterns.found(pattern, text); });
    case Operator::HasAny:
    case Operator::HasAll:
        return hasMembers(op, left, right);
    case Operator::Between:
    case Operator::Exists:
    case Operator::Empty:
        return false;   // have no single right side
    }
    return false;
}

bool compareWithList(Operator op, const Value& left, const std::vector<Value>& list)
{
    if (op == Operator::Between)
        return list.size() == 2 && order(left, list[0]).value_or(-1) >= 0 && order(left, list[1]).value_or(1) <= 0;
    const bool isThere = std::find(list.begin(), list.end(), left) != list.end();
    return op == Operator::In ? isThere : op == Operator::Nin && !isThere;
}

const std::vector<Condition>& partsOf(const Condition& condition)
{
    const auto* const all = std::get_if<AllOf>(&condition.node);
    return all ? all->parts : std::get<AnyOf>(condition.node).parts;
}

bool isMissing(const Comparison& comparison, const Facts& facts)
{
    const auto* const other = std::get_if<AttributeRef>(&comparison.operand);
    return !valueOf(comparison.attribute, facts) || (other && !valueOf(other->name, facts));
}

// The leaf because of which the condition is `outcome`; it is known to be so.
Culprit leafBehind(const Condition& condition, bool outcome, bool underNot, const Facts& facts)
{
    if (const auto* const comparison = std::get_if<Comparison>(&condition.node))
        return {comparison, underNot};
    if (const auto* const test = std::get_if<ScheduleTest>(&condition.node))
        return {test, underNot};
    if (const auto* const inverse = std::get_if<Not>(&condition.node))
        return leafBehind(*inverse->part, !outcome, !underNot, facts);
    for (const Condition& part : partsOf(condition))
        if (holds(part, facts) == outcome)
            return leafBehind(part, outcome, underNot, facts);
    return {{}, underNot};
}

}

std::string scheduleAttribute(const ScheduleId& schedule) { return "schedule." + schedule.value; }

bool holds(const Comparison& comparison, const Facts& facts)
{
    if (isMissing(comparison, facts))
        return holdsOnMissing(comparison.op);
    const Value& left = *valueOf(comparison.attribute, facts);
    if (comparison.op == Operator::Exists)
        return true;
    if (comparison.op == Operator::Empty)
        return isEmpty(left);
    if (const auto* const other = std::get_if<AttributeRef>(&comparison.operand))
        return compare(comparison.op, left, *valueOf(other->name, facts), facts);
    if (const auto* const list = std::get_if<std::vector<Value>>(&comparison.operand))
        return compareWithList(comparison.op, left, *list);
    const auto* const right = std::get_if<Value>(&comparison.operand);
    return right && compare(comparison.op, left, *right, facts);
}

bool holds(const ScheduleTest& test, const Facts& facts)
{
    const Value* const kept = valueOf(scheduleAttribute(test.schedule), facts);
    const auto* const state = kept ? std::get_if<bool>(kept) : nullptr;
    return (state ? *state : isOpen(facts.intervals, test.schedule, facts.now)) == test.open;
}

bool holds(const Condition& condition, const Facts& facts)
{
    const auto isTrue = [&facts](const Condition& part) { return holds(part, facts); };
    if (const auto* const comparison = std::get_if<Comparison>(&condition.node))
        return holds(*comparison, facts);
    if (const auto* const all = std::get_if<AllOf>(&condition.node))
        return std::all_of(all->parts.begin(), all->parts.end(), isTrue);
    if (const auto* const any = std::get_if<AnyOf>(&condition.node))
        return std::any_of(any->parts.begin(), any->parts.end(), isTrue);
    if (const auto* const inverse = std::get_if<Not>(&condition.node))
        return !holds(*inverse->part, facts);
    return holds(std::get<ScheduleTest>(condition.node), facts);
}

std::optional<bool> holdsAsFarAsKnown(const Condition& condition, const Facts& facts)
{
    if (const auto* const comparison = std::get_if<Comparison>(&condition.node))
        return isMissing(*comparison, facts) ? std::nullopt : std::optional(holds(*comparison, facts));
    if (const auto* const test = std::get_if<ScheduleTest>(&condition.node))
        return holds(*test, facts);
    if (const auto* const inverse = std::get_if<Not>(&condition.node)) {
        const auto part = holdsAsFarAsKnown(*inverse->part, facts);
        return part ? std::optional(!*part) : std::nullopt;
    }
    const bool settling = std::holds_alternative<AnyOf>(condition.node);   // one such part settles the group
    std::optional<bool> group = !settling;
    for (const Condition& part : partsOf(condition)) {
        const auto known = holdsAsFarAsKnown(part, facts);
        if (known == settling)
            return settling;
        if (!known)
            group = std::nullopt;
    }
    return group;
}

Culprit firstFailure(const Condition& condition, const Facts& facts)
{
    return leafBehind(condition, false, false, facts);
}

}
