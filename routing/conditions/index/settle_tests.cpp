// What a test knows by the kind of value alone; and conditions that stay trees.
#include "routing/conditions/index/slot_compare.h"
#include "routing/conditions/index/tests.h"
#include "routing/conditions/operators.h"

#include <limits>

namespace signalbox {
namespace {

constexpr std::uint16_t everyKind = (1u << slotKinds) - 1;

std::uint16_t bitOf(SlotKind kind) { return static_cast<std::uint16_t>(1u << static_cast<unsigned>(kind)); }

// The kinds that the way looks at more closely.
std::uint16_t openKinds(Test::Way way)
{
    switch (way) {
    case Test::Way::Settled:
        return 0;
    case Test::Way::NumberRange:
    case Test::Way::NumberIn:
        return bitOf(SlotKind::Number);
    case Test::Way::TimeRange:
    case Test::Way::TimeIn:
        return bitOf(SlotKind::Time);
    case Test::Way::CodeRange:
    case Test::Way::CodeIn:
    case Test::Way::Ends:
    case Test::Way::Matches:
        return bitOf(SlotKind::Text);
    case Test::Way::Contains:
        return bitOf(SlotKind::Text) | bitOf(SlotKind::Set);
    case Test::Way::AnyMember:
    case Test::Way::AllMembers:
        return bitOf(SlotKind::Set);
    case Test::Way::General:
    case Test::Way::Tree:
        break;
    }
    return everyKind;
}

// A context that holds one value of the kind; which one does not matter where the kind settles a test.
NativeContext anyOfKind(SlotKind kind)
{
    NativeContext context;
    Slot slot;
    slot.kind = kind;
    if (kind == SlotKind::NotANumber)
        slot.number = std::numeric_limits<double>::quiet_NaN();
    if (kind == SlotKind::Text) {
        context.text = "x";
        slot.text = {0, 1};
    } else if (kind == SlotKind::Set) {
        context.text = "x";
        context.members.push_back({0, 1});
        slot.members = {0, 1};
    } else if (kind == SlotKind::EmptyText || kind == SlotKind::EmptySet)
        slot.text = {0, 0};
    context.slots.push_back(slot);
    return context;
}

const std::array<NativeContext, slotKinds>& oneOfEachKind()
{
    static const auto all = [] {
        std::array<NativeContext, slotKinds> contexts;
        for (std::size_t kind = 0; kind < slotKinds; ++kind)
            contexts[kind] = anyOfKind(static_cast<SlotKind>(kind));
        return contexts;
    }();
    return all;
}

std::string keyOf(const Test& test, const Comparison& comparison)
{
    const auto* const value = std::get_if<Value>(&comparison.operand);
    const auto* const text = value ? std::get_if<std::string>(value) : nullptr;
    return std::to_string(test.slot) + ' ' + std::string(nameOf(comparison.op)) + ' ' + (text ? *text : std::string{});
}

bool asksForPartOfText(const Comparison& comparison)
{
    const auto* const value = std::get_if<Value>(&comparison.operand);
    return value && std::holds_alternative<std::string>(*value)
        && (comparison.op == Operator::Contains || comparison.op == Operator::Ends
            || comparison.op == Operator::Matches);
}

}

void TestPool::settleKinds(Test& test, const Comparison& comparison) const
{
    test.settled = everyKind & static_cast<std::uint16_t>(~openKinds(test.way));
    for (std::size_t kind = 0; kind < slotKinds; ++kind) {
        const NativeContext& context = oneOfEachKind()[kind];
        const std::uint16_t bit = bitOf(static_cast<SlotKind>(kind));
        if ((test.settled & bit) != 0 && holdsOnSlots(comparison, context.slots[0], nullptr, context, m_patterns))
            test.truth |= bit;
    }
}

Test TestPool::makeNew(const Comparison& comparison)
{
    Test test;
    test.slot = *m_vocabulary.slotOf(comparison.attribute);
    chooseWay(test, comparison);
    settleKinds(test, comparison);
    const bool asksForOpposite = comparison.op == Operator::Ne || comparison.op == Operator::Nin;
    test.negated = asksForOpposite && test.way != Test::Way::Settled && test.way != Test::Way::General;
    return test;
}

Test TestPool::make(const Comparison& comparison, bool negated)
{
    Test test;
    if (asksForPartOfText(comparison)) {
        test.slot = *m_vocabulary.slotOf(comparison.attribute);
        const std::string key = keyOf(test, comparison);
        auto known = m_known.find(key);
        if (known == m_known.end())
            known = m_known.emplace(key, makeNew(comparison)).first;
        test = known->second;
    } else
        test = makeNew(comparison);
    return negated ? opposite(test) : test;
}

Test TestPool::make(const ScheduleTest& schedule, bool negated) const
{
    Test test;
    test.slot = m_vocabulary.slotOfSchedule(schedule.schedule);
    test.settled = everyKind;
    test.truth = bitOf(schedule.open != negated ? SlotKind::True : SlotKind::False);
    return test;
}

Test TestPool::opposite(Test test)
{
    test.truth ^= test.settled;
    test.negated = !test.negated;
    return test;
}

Test TestPool::makeTree(const Condition& condition, bool negated)
{
    Test test;
    test.way = Test::Way::Tree;
    test.negated = negated;
    test.list = {addNode(condition), 1};
    return test;
}

std::uint32_t TestPool::addNode(const Condition& condition)
{
    Node node;
    std::vector<std::uint32_t> parts;
    const auto addParts = [&](const std::vector<Condition>& conditions, Node::Sort sort) {
        node.sort = sort;
        for (const Condition& part : conditions)
            parts.push_back(addNode(part));
    };
    if (const auto* const all = std::get_if<AllOf>(&condition.node))
        addParts(all->parts, Node::Sort::All);
    else if (const auto* const any = std::get_if<AnyOf>(&condition.node))
        addParts(any->parts, Node::Sort::Any);
    else if (const auto* const inverse = std::get_if<Not>(&condition.node)) {
        node.sort = Node::Sort::Not;
        parts.push_back(addNode(*inverse->part));
    } else if (const auto* const comparison = std::get_if<Comparison>(&condition.node))
        node.test = make(*comparison, false);
    else
        node.test = make(std::get<ScheduleTest>(condition.node), false);
    node.first = static_cast<std::uint32_t>(m_parts.size());
    node.count = static_cast<std::uint32_t>(parts.size());
    m_parts.insert(m_parts.end(), parts.begin(), parts.end());
    m_nodes.push_back(node);
    return static_cast<std::uint32_t>(m_nodes.size() - 1);
}

}
