#include "routing/proof/ranges.h"

#include "routing/proof/encoding.h"

#include <algorithm>
#include <iterator>

namespace signalbox {
namespace {

StringSet inBoth(const StringSet& one, const StringSet& other)
{
    StringSet both;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
    return both;
}

void add(StringSet& members, const StringSet& more)
{
    members.insert(members.end(), more.begin(), more.end());
    members = makeStringSet(std::move(members));
}

void keepTexts(Range& range, StringSet texts)
{
    range.texts = range.texts ? inBoth(*range.texts, texts) : std::move(texts);
}

// A number's rank, a moment's microseconds, 0 or 1 for a truth; none for other values.
std::optional<std::int64_t> orderOf(const Value& value)
{
    if (const auto* const number = std::get_if<double>(&value))
        return rankOf(*number);
    if (const auto* const at = std::get_if<Instant>(&value))
        return std::int64_t{toMicroseconds(*at)};
    if (const auto* const truth = std::get_if<bool>(&value))
        return *truth ? 1 : 0;
    return std::nullopt;
}

void narrowOrder(Range& range, Operator op, std::int64_t value)
{
    constexpr auto first = std::numeric_limits<std::int64_t>::min();
    constexpr auto last = std::numeric_limits<std::int64_t>::max();
    if (op == Operator::Eq || op == Operator::Ge)
        range.least = std::max(range.least, value);
    if (op == Operator::Gt)
        range.least = std::max(range.least, value == last ? last : value + 1);
    if (op == Operator::Eq || op == Operator::Le)
        range.most = std::min(range.most, value);
    if (op == Operator::Lt)
        range.most = std::min(range.most, value == first ? first : value - 1);
}

void narrowSet(Range& range, Operator op, const Value& value)
{
    const auto* const member = std::get_if<std::string>(&value);
    const auto* const members = std::get_if<StringSet>(&value);
    if (op == Operator::Contains && member)
        add(range.with, {*member});
    else if (op == Operator::HasAll && members)
        add(range.with, *members);
    else if (op == Operator::HasAny && members)
        range.withSome.push_back(*members);
}

void narrow(Range& range, Operator op, const Value& value, ValueType type)
{
    if (type == ValueType::Set)
        narrowSet(range, op, value);
    else if (const auto order = orderOf(value))
        narrowOrder(range, op, *order);
    else if (const auto* const text = std::get_if<std::string>(&value); text && op == Operator::Eq)
        keepTexts(range, {*text});
}

void narrow(Range& range, Operator op, const std::vector<Value>& list)
{
    if (op == Operator::Between && list.size() == 2) {
        for (const std::size_t end : {0u, 1u})
            if (const auto order = orderOf(list[end]))
                narrowOrder(range, end == 0 ? Operator::Ge : Operator::Le, *order);
        return;
    }
    if (op != Operator::In || list.empty())
        return;
    StringSet texts;
    std::vector<std::int64_t> orders;
    for (const Value& value : list)
        if (const auto* const text = std::get_if<std::string>(&value))
            texts.push_back(*text);
        else if (const auto order = orderOf(value))
            orders.push_back(*order);
    if (texts.size() == list.size())
        keepTexts(range, makeStringSet(std::move(texts)));
    if (orders.size() == list.size()) {
        const auto [least, most] = std::minmax_element(orders.begin(), orders.end());
        narrowOrder(range, Operator::Ge, *least);
        narrowOrder(range, Operator::Le, *most);
    }
}

bool shareNone(const StringSet& one, const StringSet& other)
{
    auto left = one.begin();
    auto right = other.begin();
    while (left != one.end() && right != other.end())
        if (const int order = left->compare(*right); order == 0)
            return false;
        else
            order < 0 ? ++left : ++right;
    return true;
}

// What both leave.
Range both(const Range& one, const Range& other)
{
    Range range = one;
    range.isNothing = one.isNothing || other.isNothing;
    range.least = std::max(one.least, other.least);
    range.most = std::min(one.most, other.most);
    if (other.texts)
        keepTexts(range, *other.texts);
    add(range.with, other.with);
    add(range.without, other.without);
    range.withSome.insert(range.withSome.end(), other.withSome.begin(), other.withSome.end());
    return range;
}

// Asked for many pairs: most are told apart, or not, without putting the two together.
bool areApart(const Range& one, const Range& other)
{
    if (std::max(one.least, other.least) > std::min(one.most, other.most))
        return true;
    if (one.texts && other.texts && shareNone(*one.texts, *other.texts))
        return true;
    const auto needsMore
        = [](const Range& range) { return range.isNothing || !range.with.empty() || !range.without.empty(); };
    return (needsMore(one) || needsMore(other)) && both(one, other).isEmpty();
}

}

bool Range::isEmpty() const
{
    const bool isOrdered
        = least > std::numeric_limits<std::int64_t>::min() || most < std::numeric_limits<std::int64_t>::max();
    const bool isSomeText = texts && !std::binary_search(texts->begin(), texts->end(), std::string());
    if (isNothing && (isOrdered || isSomeText || !with.empty() || !withSome.empty()))
        return true;
    if (least > most || (texts && texts->empty()) || !inBoth(with, without).empty())
        return true;
    return std::any_of(withSome.begin(), withSome.end(), [this](const StringSet& some) {
        return std::includes(without.begin(), without.end(), some.begin(), some.end());
    });
}

Ranges::Ranges(const Condition& condition, const World& world)
{
    add(condition, world);
    m_isEmpty = m_isEmpty
        || std::any_of(m_ranges.begin(), m_ranges.end(), [](const auto& entry) { return entry.second.isEmpty(); });
}

bool Ranges::isDisjointFrom(const Ranges& other) const
{
    if (m_isEmpty || other.m_isEmpty)
        return true;
    auto mine = m_ranges.begin();
    auto theirs = other.m_ranges.begin();
    while (mine != m_ranges.end() && theirs != other.m_ranges.end())
        if (mine->first < theirs->first)
            ++mine;
        else if (theirs->first < mine->first)
            ++theirs;
        else if (areApart((mine++)->second, (theirs++)->second))
            return true;
    return false;
}

void Ranges::add(const Condition& condition, const World& world)
{
    if (const auto* const all = std::get_if<AllOf>(&condition.node))
        for (const Condition& part : all->parts)
            add(part, world);
    else if (const auto* const any = std::get_if<AnyOf>(&condition.node)) {
        m_isEmpty = m_isEmpty || any->parts.empty();
        if (any->parts.size() == 1)
            add(any->parts.front(), world);
    } else if (const auto* const inverse = std::get_if<Not>(&condition.node))
        addNegated(*inverse->part, world);
    else if (const auto* const comparison = std::get_if<Comparison>(&condition.node))
        add(*comparison, world);
}

void Ranges::addNegated(const Condition& condition, const World& world)
{
    if (const auto* const any = std::get_if<AnyOf>(&condition.node))
        for (const Condition& part : any->parts)
            addNegated(part, world);
    const auto* const comparison = std::get_if<Comparison>(&condition.node);
    if (!comparison || world.typeOf(comparison->attribute) != ValueType::Set)
        return;
    const auto* const value = std::get_if<Value>(&comparison->operand);
    if (!value)
        return;
    Range& range = m_ranges[comparison->attribute];
    if (const auto* const member = std::get_if<std::string>(value); member && comparison->op == Operator::Contains)
        signalbox::add(range.without, {*member});
    else if (const auto* const members = std::get_if<StringSet>(value); members && comparison->op == Operator::HasAny)
        signalbox::add(range.without, *members);
}

void Ranges::add(const Comparison& comparison, const World& world)
{
    Range& range = m_ranges[comparison.attribute];
    const ValueType type = world.typeOf(comparison.attribute);
    range.isNothing = range.isNothing || comparison.op == Operator::Empty;
    if (const auto* const list = std::get_if<std::vector<Value>>(&comparison.operand))
        narrow(range, comparison.op, *list);
    else if (const auto* const value = std::get_if<Value>(&comparison.operand))
        narrow(range, comparison.op, *value, type);
}

}
