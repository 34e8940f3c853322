#include "routing/conditions/index/slot_compare.h"

#include "routing/conditions/operators.h"

#include <algorithm>
#include <optional>

namespace signalbox {
namespace {

// One side of a comparison: a slot of a context, or a value of the rulebook. The two constructors make them alike.
class Side {
public:
    Side(const Slot& slot, const NativeContext& context) : m_slot(&slot), m_context(&context) { }
    explicit Side(const Value& value) : m_value(&value) { }

    // Below: what the side is, or nothing when it is of another type.
    std::optional<bool> boolean() const
    {
        if (m_value) {
            const auto* const boolean = std::get_if<bool>(m_value);
            return boolean ? std::optional(*boolean) : std::nullopt;
        }
        const bool is = m_slot->kind == SlotKind::True || m_slot->kind == SlotKind::False;
        return is ? std::optional(m_slot->kind == SlotKind::True) : std::nullopt;
    }
    std::optional<double> number() const
    {
        if (m_value) {
            const auto* const number = std::get_if<double>(m_value);
            return number ? std::optional(*number) : std::nullopt;
        }
        const bool is = m_slot->kind == SlotKind::Number || m_slot->kind == SlotKind::NotANumber;
        return is ? std::optional(m_slot->number) : std::nullopt;
    }
    std::optional<std::int64_t> time() const
    {
        if (m_value) {
            const auto* const time = std::get_if<Instant>(m_value);
            return time ? std::optional(toMicroseconds(*time)) : std::nullopt;
        }
        return m_slot->kind == SlotKind::Time ? std::optional(m_slot->time) : std::nullopt;
    }
    std::optional<std::string_view> text() const
    {
        if (m_value) {
            const auto* const text = std::get_if<std::string>(m_value);
            return text ? std::optional<std::string_view>(*text) : std::nullopt;
        }
        const bool is = m_slot->kind == SlotKind::Text || m_slot->kind == SlotKind::EmptyText;
        return is ? std::optional(m_context->textAt(m_slot->text)) : std::nullopt;
    }
    bool isSet() const
    {
        if (m_value)
            return std::holds_alternative<StringSet>(*m_value);
        return m_slot->kind == SlotKind::Set || m_slot->kind == SlotKind::EmptySet;
    }
    std::size_t members() const { return m_value ? std::get<StringSet>(*m_value).size() : m_slot->members.size; }
    std::string_view member(std::size_t i) const
    {
        if (m_value)
            return std::get<StringSet>(*m_value)[i];
        return m_context->textAt(m_context->members[m_slot->members.from + i]);
    }
    bool hasMember(std::string_view wanted) const
    {
        std::size_t from = 0;
        for (std::size_t to = members(); from < to;) {
            const std::size_t middle = (from + to) / 2;
            if (member(middle) < wanted)
                from = middle + 1;
            else
                to = middle;
        }
        return from < members() && member(from) == wanted;
    }

private:
    const Slot* m_slot = nullptr;
    const NativeContext* m_context = nullptr;
    const Value* m_value = nullptr;
};

template <class T>
int orderOf(const T& left, const T& right)
{
    if (left == right)
        return 0;
    return left < right ? -1 : 1;
}

std::optional<int> order(const Side& left, const Side& right)
{
    if (const auto a = left.number(), b = right.number(); a && b)
        return orderOf(*a, *b);
    if (const auto a = left.time(), b = right.time(); a && b)
        return orderOf(*a, *b);
    if (const auto a = left.text(), b = right.text(); a && b)
        return orderOf(*a, *b);
    return std::nullopt;
}

bool sameMembers(const Side& left, const Side& right)
{
    if (left.members() != right.members())
        return false;
    for (std::size_t i = 0; i < left.members(); ++i)
        if (left.member(i) != right.member(i))
            return false;
    return true;
}

bool equal(const Side& left, const Side& right)
{
    if (left.isSet() && right.isSet())
        return sameMembers(left, right);
    if (const auto a = left.boolean(), b = right.boolean(); a && b)
        return *a == *b;
    return order(left, right) == 0;
}

bool contains(const Side& left, const Side& right)
{
    const auto wanted = right.text();
    if (!wanted)
        return false;
    if (const auto text = left.text())
        return text->find(*wanted) != std::string_view::npos;
    return left.isSet() && left.hasMember(*wanted);
}

bool hasMembers(Operator op, const Side& left, const Side& right)
{
    if (!left.isSet() || !right.isSet())
        return false;
    const bool settling = op == Operator::HasAny;   // one such member settles the matter
    for (std::size_t i = 0; i < right.members(); ++i)
        if (left.hasMember(right.member(i)) == settling)
            return settling;
    return !settling;
}

bool onTexts(Operator op, const Side& left, const Side& right, const Patterns& patterns)
{
    const auto text = left.text();
    const auto other = right.text();
    if (!text || !other)
        return false;
    if (op == Operator::Matches)
        return patterns.found(std::string(*other), *text);
    return op == Operator::Starts ? text->starts_with(*other) : text->ends_with(*other);
}

bool compare(Operator op, const Side& left, const Side& right, const Patterns& patterns)
{
    switch (op) {
    case Operator::Eq:
        return equal(left, right);
    case Operator::Ne:
        return !equal(left, right);
    case Operator::In:
        return left.text() && right.isSet() && right.hasMember(*left.text());
    case Operator::Nin:
        return !(left.text() && right.isSet() && right.hasMember(*left.text()));
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
    case Operator::Ends:
    case Operator::Matches:
        return onTexts(op, left, right, patterns);
    case Operator::HasAny:
    case Operator::HasAll:
        return hasMembers(op, left, right);
    default:
        return false;   // have no single right side
    }
}

bool compareWithList(Operator op, const Side& left, const std::vector<Value>& list)
{
    if (op == Operator::Between)
        return list.size() == 2 && order(left, Side(list[0])).value_or(-1) >= 0
            && order(left, Side(list[1])).value_or(1) <= 0;
    const bool isThere
        = std::any_of(list.begin(), list.end(), [&left](const Value& value) { return equal(left, Side(value)); });
    return op == Operator::In ? isThere : op == Operator::Nin && !isThere;
}

bool isEmpty(SlotKind kind) { return kind == SlotKind::EmptyText || kind == SlotKind::EmptySet; }

}

bool holdsOnSlots(const Comparison& comparison, const Slot& left, const Slot* right, const NativeContext& context,
                  const Patterns& patterns)
{
    if (left.kind == SlotKind::Missing || (right && right->kind == SlotKind::Missing))
        return holdsOnMissing(comparison.op);
    if (comparison.op == Operator::Exists)
        return true;
    if (comparison.op == Operator::Empty)
        return isEmpty(left.kind);
    const Side side(left, context);
    if (right)
        return compare(comparison.op, side, Side(*right, context), patterns);
    if (const auto* const list = std::get_if<std::vector<Value>>(&comparison.operand))
        return compareWithList(comparison.op, side, *list);
    const auto* const value = std::get_if<Value>(&comparison.operand);
    return value && compare(comparison.op, side, Side(*value), patterns);
}

}
