// How comparisons become tests.
#include "routing/conditions/index/scales.h"
#include "routing/conditions/index/tests.h"

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

const std::vector<Value>* listOf(const Comparison& comparison)
{
    return std::get_if<std::vector<Value>>(&comparison.operand);
}

const Value* valueOf(const Comparison& comparison) { return std::get_if<Value>(&comparison.operand); }

// Every literal on the right is a T, and there is one.
template <class T>
bool isAllOf(const Comparison& comparison)
{
    if (const Value* const value = valueOf(comparison))
        return std::holds_alternative<T>(*value);
    const auto* const list = listOf(comparison);
    return list && !list->empty()
        && std::all_of(list->begin(), list->end(), [](const Value& value) { return std::holds_alternative<T>(value); });
}

// The literals, in their order.
template <class T>
std::vector<T> literals(const Comparison& comparison)
{
    std::vector<T> all;
    if (const Value* const value = valueOf(comparison))
        all.push_back(std::get<T>(*value));
    else
        for (const Value& listed : *listOf(comparison))
            all.push_back(std::get<T>(listed));
    return all;
}

// A comparison as a closed range; the bounds just before and after a value and the ends of the scale are told by `Scale`.
template <class T, class Scale>
std::optional<std::pair<T, T>> rangeOf(const Comparison& comparison, const std::vector<T>& values, const Scale& scale)
{
    const std::pair<T, T> nothing{scale.highest, scale.lowest};
    const T value = values.front();
    if ((comparison.op == Operator::Between) != (listOf(comparison) != nullptr))
        return std::nullopt;
    switch (comparison.op) {
    case Operator::Eq:
    case Operator::Ne:
        return std::pair{value, value};
    case Operator::Lt:
        return value == scale.lowest ? nothing : std::pair{scale.lowest, scale.before(value)};
    case Operator::Le:
        return std::pair{scale.lowest, value};
    case Operator::Gt:
        return value == scale.highest ? nothing : std::pair{scale.after(value), scale.highest};
    case Operator::Ge:
        return std::pair{value, scale.highest};
    case Operator::Between:
        if (values.size() == 2)
            return std::pair{values[0], values[1]};
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

bool isMembership(const Comparison& comparison)
{
    return (comparison.op == Operator::In || comparison.op == Operator::Nin) && listOf(comparison);
}

// Puts the values into the pool's list, sorted.
template <class T>
Test::Span addSorted(std::vector<T>& to, std::vector<T> values)
{
    std::sort(values.begin(), values.end());
    const Test::Span span{static_cast<std::uint32_t>(to.size()), static_cast<std::uint32_t>(values.size())};
    to.insert(to.end(), values.begin(), values.end());
    return span;
}

}

bool TestPool::chooseForNumbers(Test& test, const Comparison& comparison)
{
    const auto values = literals<double>(comparison);
    if (!std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); }))
        return false;
    if (isMembership(comparison)) {
        test.way = Test::Way::NumberIn;
        test.list = addSorted(m_numbers, values);
        return true;
    }
    const auto range = rangeOf(comparison, values, NumberScale{});
    if (!range)
        return false;
    test.way = Test::Way::NumberRange;
    test.numbers = {range->first, range->second};
    return true;
}

bool TestPool::chooseForTimes(Test& test, const Comparison& comparison)
{
    std::vector<std::int64_t> values;
    for (const Instant time : literals<Instant>(comparison))
        values.push_back(toMicroseconds(time));
    if (isMembership(comparison)) {
        test.way = Test::Way::TimeIn;
        test.list = addSorted(m_times, values);
        return true;
    }
    const auto range = rangeOf(comparison, values, TimeScale{});
    if (!range)
        return false;
    test.way = Test::Way::TimeRange;
    test.times = {range->first, range->second};
    return true;
}

void TestPool::chooseForPartOfText(Test& test, const Comparison& comparison, const std::string& part)
{
    if (comparison.op == Operator::Matches) {
        test.way = Test::Way::Matches;
        test.list = {static_cast<std::uint32_t>(m_compiled.size()), 1};
        m_compiled.push_back(m_patterns.find(part));
    } else {
        const bool isContains = comparison.op == Operator::Contains;
        test.way = isContains ? Test::Way::Contains : Test::Way::Ends;
        test.list
            = {static_cast<std::uint32_t>(m_texts.size()), isContains ? m_vocabulary.memberOf(test.slot, part) : 0};
        m_texts.push_back(part);
    }
    test.memo = newMemo();
}

bool TestPool::chooseForTexts(Test& test, const Comparison& comparison)
{
    const auto values = literals<std::string>(comparison);
    if (comparison.op == Operator::Contains || comparison.op == Operator::Ends || comparison.op == Operator::Matches) {
        if (valueOf(comparison))
            chooseForPartOfText(test, comparison, values.front());
        return valueOf(comparison) != nullptr;
    }
    std::vector<std::uint32_t> codes;
    for (const std::string& value : values)
        codes.push_back(m_vocabulary.codeOf(test.slot, value));
    if (isMembership(comparison)) {
        test.way = Test::Way::CodeIn;
        test.list = addSorted(m_codes, codes);
        return true;
    }
    auto range = rangeOf(comparison, codes, CodeScale{});
    if (comparison.op == Operator::Starts && valueOf(comparison)) {
        const auto end = endOfPrefix(values.front());
        range = {codes.front(), end ? m_vocabulary.codeOf(test.slot, *end) - 1 : CodeScale::highest};
    }
    if (!range)
        return false;
    test.way = Test::Way::CodeRange;
    test.codes = {range->first, range->second};
    return true;
}

bool TestPool::chooseForSets(Test& test, const Comparison& comparison)
{
    if (!valueOf(comparison) || (comparison.op != Operator::HasAny && comparison.op != Operator::HasAll))
        return false;
    std::vector<std::uint64_t> mask((m_vocabulary.members(test.slot).size() + 63) / 64, 0);
    for (const std::string& name : std::get<StringSet>(*valueOf(comparison))) {
        const std::uint32_t member = m_vocabulary.memberOf(test.slot, name);
        mask[member / 64] |= std::uint64_t{1} << (member % 64);
    }
    test.way = comparison.op == Operator::HasAny ? Test::Way::AnyMember : Test::Way::AllMembers;
    test.list = {static_cast<std::uint32_t>(m_masks.size()), static_cast<std::uint32_t>(mask.size())};
    m_masks.insert(m_masks.end(), mask.begin(), mask.end());
    return true;
}

void TestPool::chooseWay(Test& test, const Comparison& comparison)
{
    bool chosen = false;
    if (std::holds_alternative<AttributeRef>(comparison.operand))
        chosen = false;   // another attribute may be missing, whatever this one is
    else if (comparison.op == Operator::Exists || comparison.op == Operator::Empty || isAllOf<bool>(comparison)) {
        test.way = Test::Way::Settled;
        chosen = true;
    } else if (isAllOf<double>(comparison))
        chosen = chooseForNumbers(test, comparison);
    else if (isAllOf<Instant>(comparison))
        chosen = chooseForTimes(test, comparison);
    else if (isAllOf<std::string>(comparison))
        chosen = chooseForTexts(test, comparison);
    else if (isAllOf<StringSet>(comparison))
        chosen = chooseForSets(test, comparison);
    if (chosen)
        return;
    test.way = Test::Way::General;
    const auto* const other = std::get_if<AttributeRef>(&comparison.operand);
    test.list = {static_cast<std::uint32_t>(m_general.size()), 1};
    m_general.push_back({comparison, other ? m_vocabulary.slotOf(other->name) : std::nullopt});
    test.memo = newMemo();
}

}
