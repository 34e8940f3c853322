#include "routing/conditions/index/tests.h"

#include "routing/conditions/index/slot_compare.h"

#include <algorithm>

namespace signalbox {
namespace {

bool hasAll(std::span<const std::uint64_t> wanted, const std::uint64_t* known)
{
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if ((wanted[i] & known[i]) != wanted[i])
            return false;
    return true;
}

bool hasAny(std::span<const std::uint64_t> wanted, const std::uint64_t* known)
{
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if ((wanted[i] & known[i]) != 0)
            return true;
    return false;
}

template <class T>
bool isIn(std::span<const T> sorted, T value)
{
    return std::binary_search(sorted.begin(), sorted.end(), value);
}

}

std::vector<std::uint32_t> TestPool::membersOf(const Test& test) const
{
    std::vector<std::uint32_t> members;
    for (std::uint32_t word = 0; word < test.list.size; ++word)
        for (std::uint32_t bit = 0; bit < 64; ++bit)
            if ((m_masks[test.list.from + word] >> bit & 1) != 0)
                members.push_back(word * 64 + bit);
    return members;
}

bool TestPool::foundIn(const Test& test, std::string_view text) const
{
    switch (test.way) {
    case Test::Way::Contains:
        return text.find(m_texts[test.list.from]) != std::string_view::npos;
    case Test::Way::Ends:
        return text.ends_with(m_texts[test.list.from]);
    default:
        return m_compiled[test.list.from] && Patterns::found(*m_compiled[test.list.from], text);
    }
}

bool TestPool::passesOtherwise(const Test& test, const NativeContext& context, MatchMemory& memory) const
{
    const Slot& slot = context.slots[test.slot];
    const auto* const masks = context.masks.data() + m_vocabulary.maskAt(test.slot);
    switch (test.way) {
    case Test::Way::NumberIn:
        return isIn(numbers(test), slot.number);
    case Test::Way::TimeIn:
        return isIn(times(test), slot.time);
    case Test::Way::CodeIn:
        return isIn(codes(test), slot.code);
    case Test::Way::AnyMember:
        return hasAny({m_masks.data() + test.list.from, test.list.size}, masks);
    case Test::Way::AllMembers:
        return hasAll({m_masks.data() + test.list.from, test.list.size}, masks);
    case Test::Way::Tree:
        return holdsNode(test.list.from, context, memory);
    default:
        if (slot.kind == SlotKind::Set && test.way == Test::Way::Contains)
            return (masks[test.list.size / 64] >> (test.list.size % 64) & 1) != 0;
        return memory.remember(test.memo, [&] { return findOut(test, context); });
    }
}

bool TestPool::findOut(const Test& test, const NativeContext& context) const
{
    const Slot& slot = context.slots[test.slot];
    if (test.way != Test::Way::General)
        return foundIn(test, context.textAt(slot.text));
    const GeneralComparison& general = m_general[test.list.from];
    const Slot* const right = general.right ? &context.slots[*general.right] : nullptr;
    return holdsOnSlots(general.comparison, slot, right, context, m_patterns);
}

bool TestPool::holdsNode(std::uint32_t node, const NativeContext& context, MatchMemory& memory) const
{
    const Node& here = m_nodes[node];
    const auto holdsPart = [&](std::uint32_t i) { return holdsNode(m_parts[here.first + i], context, memory); };
    switch (here.sort) {
    case Node::Sort::Leaf:
        return passes(here.test, context, memory);
    case Node::Sort::Not:
        return !holdsPart(0);
    case Node::Sort::All:
    case Node::Sort::Any:
        break;
    }
    const bool settling = here.sort == Node::Sort::Any;   // one such part settles the group
    for (std::uint32_t i = 0; i < here.count; ++i)
        if (holdsPart(i) == settling)
            return settling;
    return !settling;
}

}
