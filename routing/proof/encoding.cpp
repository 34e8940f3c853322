#include "routing/proof/encoding.h"

#include "routing/conditions/operators.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

#include <z3++.h>

namespace signalbox {
namespace {

z3::expr anyOf(z3::context& context, const z3::expr_vector& parts)
{
    return parts.empty() ? context.bool_val(false) : z3::mk_or(parts);
}
z3::expr allOf(z3::context& context, const z3::expr_vector& parts)
{
    return parts.empty() ? context.bool_val(true) : z3::mk_and(parts);
}

// The moments a context can name: the years 0001 to 9999.
constexpr std::int64_t firstMoment = -62'135'596'800'000'000;
constexpr std::int64_t lastMoment = 253'402'300'799'000'000;

}

std::int64_t rankOf(double number)
{
    const auto bits = std::bit_cast<std::int64_t>(number);
    return bits >= 0 ? bits : std::numeric_limits<std::int64_t>::min() - bits;
}

double numberOfRank(std::int64_t rank)
{
    return std::bit_cast<double>(rank >= 0 ? rank : std::numeric_limits<std::int64_t>::min() - rank);
}

Encoding::Encoding(z3::context& context, z3::solver& solver, const World& world, Texts& texts)
    : m_context(context), m_solver(solver), m_world(world), m_texts(texts)
{
}

z3::expr Encoding::truth(const std::string& name) { return m_context.bool_const(name.c_str()); }
z3::expr Encoding::truthOf(const std::string& attribute) { return truth("is:" + attribute); }
z3::expr Encoding::numberOf(const std::string& attribute)
{
    return m_context.int_const(("number:" + attribute).c_str());
}
z3::expr Encoding::memberOf(const std::string& attribute, const std::string& member)
{
    return truth("has:" + attribute + ":" + member);
}
z3::expr Encoding::scheduleTruth(const ScheduleId& schedule)
{
    m_schedules.insert(schedule);
    return truth("open:" + schedule.value);
}

z3::expr Encoding::missing(const std::string& attribute)
{
    introduce(attribute);
    return truth("missing:" + attribute);
}

// What holds for an attribute whatever is asked of it.
void Encoding::introduce(const std::string& attribute)
{
    if (!m_attributes.insert(attribute).second)
        return;
    const z3::expr isMissing = truth("missing:" + attribute);
    const ValueType type = m_world.typeOf(attribute);
    if (type == ValueType::Set)
        for (const std::string& member : m_world.membersOf(attribute))
            m_solver.add(z3::implies(memberOf(attribute, member), !isMissing));
    if (type == ValueType::Number || type == ValueType::Time) {
        const std::int64_t most = rankOf(std::numeric_limits<double>::max());
        const z3::expr number = numberOf(attribute);
        m_solver.add(number >= m_context.int_val(type == ValueType::Time ? firstMoment : -most));
        m_solver.add(number <= m_context.int_val(type == ValueType::Time ? lastMoment : most));
    }
    if (attribute == "now" && type == ValueType::Time)
        m_solver.add(!isMissing);
}

z3::expr Encoding::of(const Condition& condition)
{
    if (const auto* const comparison = std::get_if<Comparison>(&condition.node))
        return ofLeaf(*comparison);
    if (const auto* const test = std::get_if<ScheduleTest>(&condition.node))
        return test->open ? scheduleTruth(test->schedule) : !scheduleTruth(test->schedule);
    if (const auto* const inverse = std::get_if<Not>(&condition.node))
        return !of(*inverse->part);
    const auto* const all = std::get_if<AllOf>(&condition.node);
    z3::expr_vector parts(m_context);
    for (const Condition& part : all ? all->parts : std::get<AnyOf>(condition.node).parts)
        parts.push_back(of(part));
    return all ? allOf(m_context, parts) : anyOf(m_context, parts);
}

z3::expr Encoding::ofLeaf(const Comparison& comparison)
{
    z3::expr isMissing = missing(comparison.attribute);
    if (const auto* const other = std::get_if<AttributeRef>(&comparison.operand))
        isMissing = isMissing || missing(other->name);
    return holdsOnMissing(comparison.op) ? isMissing || present(comparison) : !isMissing && present(comparison);
}

// The comparison when nothing it looks at is missing.
z3::expr Encoding::present(const Comparison& comparison)
{
    const std::string& attribute = comparison.attribute;
    const ValueType type = m_world.typeOf(attribute);
    if (comparison.op == Operator::Exists)
        return m_context.bool_val(true);
    if (comparison.op == Operator::Empty)
        return type == ValueType::String ? textTruth(attribute, {Operator::Eq, ""})
            : type == ValueType::Set     ? isEmptySet(attribute)
                                         : m_context.bool_val(false);
    if (const auto* const other = std::get_if<AttributeRef>(&comparison.operand))
        return withAttribute(attribute, comparison.op, other->name);
    if (const auto* const list = std::get_if<std::vector<Value>>(&comparison.operand))
        return with(attribute, comparison.op, *list);
    return withLiteral(attribute, comparison.op, std::get<Value>(comparison.operand));
}

z3::expr Encoding::with(const std::string& attribute, Operator op, const std::vector<Value>& list)
{
    if (op == Operator::Between)
        return list.size() == 2
            ? withLiteral(attribute, Operator::Ge, list[0]) && withLiteral(attribute, Operator::Le, list[1])
            : m_context.bool_val(false);
    z3::expr_vector ways(m_context);
    for (const Value& value : list)
        ways.push_back(withLiteral(attribute, Operator::Eq, value));
    return op == Operator::Nin ? !anyOf(m_context, ways) : anyOf(m_context, ways);
}

z3::expr Encoding::withLiteral(const std::string& attribute, Operator op, const Value& value)
{
    const ValueType type = m_world.typeOf(attribute);
    if (type == ValueType::Set)
        return setWith(attribute, op, value);
    if (const auto* const number = std::get_if<double>(&value); number && type == ValueType::Number)
        return ordered(numberOf(attribute), op, m_context.int_val(rankOf(*number)));
    if (const auto* const at = std::get_if<Instant>(&value); at && type == ValueType::Time)
        return ordered(numberOf(attribute), op, m_context.int_val(std::int64_t{toMicroseconds(*at)}));
    if (const auto* const wanted = std::get_if<bool>(&value); wanted && type == ValueType::Boolean)
        return (op == Operator::Eq) == *wanted ? truthOf(attribute) : !truthOf(attribute);
    if (const auto* const text = std::get_if<std::string>(&value); text && type == ValueType::String)
        return textWith(attribute, op, *text);
    return m_context.bool_val(op == Operator::Ne);   // of another type: never equal, and in no order
}

z3::expr Encoding::ordered(const z3::expr& left, Operator op, const z3::expr& right)
{
    switch (op) {
    case Operator::Eq:
        return left == right;
    case Operator::Ne:
        return left != right;
    case Operator::Lt:
        return left < right;
    case Operator::Le:
        return left <= right;
    case Operator::Gt:
        return left > right;
    default:
        return left >= right;
    }
}

z3::expr Encoding::textWith(const std::string& attribute, Operator op, const std::string& literal)
{
    switch (op) {
    case Operator::Ne:
        return !textTruth(attribute, {Operator::Eq, literal});
    case Operator::Gt:
        return !textTruth(attribute, {Operator::Le, literal});
    case Operator::Ge:
        return !textTruth(attribute, {Operator::Lt, literal});
    default:
        return textTruth(attribute, {op, literal});
    }
}

z3::expr Encoding::textTruth(const std::string& attribute, const TextTest& test)
{
    const z3::expr it = truth("text:" + attribute + ":" + std::string(nameOf(test.op)) + ":" + test.literal);
    auto& tests = m_textTests[attribute];
    if (std::find(tests.begin(), tests.end(), test) == tests.end()) {
        tie(attribute, test, it);
        tests.push_back(test);
    }
    return it;
}

// A text that equals one literal equals no other, and passes or fails each test as the literal does.
void Encoding::tie(const std::string& attribute, const TextTest& test, const z3::expr& it)
{
    for (const TextTest& known : m_textTests[attribute]) {
        const z3::expr other = truth("text:" + attribute + ":" + std::string(nameOf(known.op)) + ":" + known.literal);
        const bool isEqual = test.op == Operator::Eq;
        if (isEqual && known.op == Operator::Eq)
            m_solver.add(!it || !other);
        else if (isEqual && m_texts.isKnown(known))
            m_solver.add(z3::implies(it, m_texts.passes(test.literal, known) ? other : !other));
        else if (known.op == Operator::Eq && m_texts.isKnown(test))
            m_solver.add(z3::implies(other, m_texts.passes(known.literal, test) ? it : !it));
    }
}

z3::expr Encoding::isEmptySet(const std::string& attribute)
{
    z3::expr_vector members(m_context);
    for (const std::string& member : m_world.membersOf(attribute))
        members.push_back(memberOf(attribute, member));
    return !anyOf(m_context, members);
}

z3::expr Encoding::setWith(const std::string& attribute, Operator op, const Value& value)
{
    if (const auto* const text = std::get_if<std::string>(&value))
        return op == Operator::Contains ? memberOf(attribute, *text) : m_context.bool_val(op == Operator::Ne);
    const auto* const wanted = std::get_if<StringSet>(&value);
    if (!wanted)
        return m_context.bool_val(op == Operator::Ne);
    z3::expr_vector parts(m_context);
    if (op == Operator::HasAny || op == Operator::HasAll) {
        for (const std::string& member : *wanted)
            parts.push_back(memberOf(attribute, member));
        return op == Operator::HasAny ? anyOf(m_context, parts) : allOf(m_context, parts);
    }
    for (const std::string& member : m_world.membersOf(attribute)) {
        const bool isWanted = std::binary_search(wanted->begin(), wanted->end(), member);
        parts.push_back(isWanted ? memberOf(attribute, member) : !memberOf(attribute, member));
    }
    return op == Operator::Ne ? !allOf(m_context, parts) : allOf(m_context, parts);
}

void Encoding::tieSchedulesToTime()
{
    const auto isAt = [this](const World::Moment& moment) {
        return numberOf("now") == m_context.int_val(std::int64_t{toMicroseconds(moment.at)});
    };
    std::vector<ScheduleId> untied;
    for (const ScheduleId& schedule : m_schedules)
        if (m_world.knows(schedule) && m_tied.insert(schedule).second)
            untied.push_back(schedule);
    const bool asksTime = !m_tied.empty() || m_attributes.contains("now");
    if (m_world.moments().empty() || !asksTime)
        return;
    if (!std::exchange(m_timeIsTied, true)) {
        z3::expr_vector moments(m_context);
        for (const World::Moment& moment : m_world.moments())
            moments.push_back(isAt(moment));
        m_solver.add(anyOf(m_context, moments));
    }
    for (const ScheduleId& schedule : untied) {
        z3::expr_vector open(m_context);
        for (const World::Moment& moment : m_world.moments())
            if (moment.open.at(schedule))
                open.push_back(isAt(moment));
        m_solver.add(scheduleTruth(schedule) == anyOf(m_context, open));
    }
}

}
