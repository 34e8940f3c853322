#include "routing/conditions/index/bit_rows.h"

#include <cstring>
#include <type_traits>

namespace signalbox {
namespace {

// How many of the sorted starts are not above the value. Without a branch on the value: no processor foresees it, and
// searches for several attributes then go on at the same time.
template <class T>
std::size_t stretchOf(const T* starts, std::size_t half, T value)
{
    std::size_t stretch = 0;
    for (; half > 0; half /= 2)
        stretch += half & (std::size_t{0} - static_cast<std::size_t>(starts[stretch + half - 1] <= value));
    return stretch;
}

// `yes` or `no`, without a branch.
std::size_t select(bool condition, std::size_t yes, std::size_t no)
{
    return no ^ ((yes ^ no) & (std::size_t{0} - static_cast<std::size_t>(condition)));
}

template <class T>
bool holdsOne(const Slot& slot)
{
    return slot.kind == (std::is_same_v<T, double> ? SlotKind::Number : SlotKind::Time);
}

template <class T>
T valueIn(const Slot& slot)
{
    T value;
    std::memcpy(&value, &slot.number, sizeof value);   // whatever is there: it counts only where the kind fits
    return value;
}

void fetch(const NativeContext& context)
{
    constexpr std::size_t cacheLine = 64 / sizeof(Slot);
    for (std::size_t slot = 0; slot < context.slots.size(); slot += cacheLine)
        __builtin_prefetch(&context.slots[slot]);
}

}

template <class T>
void BitRows::pickStretches(const std::vector<SlotRows>& slots, const std::vector<T>& starts,
                            const NativeContext& context, PickedRows& picked) const
{
    for (const SlotRows& rows : slots) {
        const Slot& slot = context.slots[rows.slot];
        const std::size_t stretch = stretchOf(&starts[rows.stretches.startsAt], rows.stretches.half, valueIn<T>(slot));
        const std::size_t byKind = rows.rowsAt + static_cast<std::size_t>(slot.kind) + slot.code;
        const std::size_t at = select(holdsOne<T>(slot), rows.stretches.rowsAt + stretch, byKind);
        picked.all[rows.rank] = bitsAt(m_rows[at]);
    }
}

void BitRows::pick(const NativeContext& context, PickedRows& picked) const
{
    fetch(context);
    if (picked.all.size() < m_ranks)
        picked.all.resize(m_ranks);
    picked.any.clear();
    picked.count = m_ranks;
    for (const SlotRows& rows : m_coded) {
        const Slot& slot = context.slots[rows.slot];
        const std::size_t at = rows.rowsAt + static_cast<std::size_t>(slot.kind) + slot.code;
        picked.all[rows.rank] = bitsAt(m_rows[at]);
    }
    pickStretches(m_numbered, m_numbers, context, picked);
    pickStretches(m_timed, m_times, context, picked);
    for (const MemberRows& rows : m_members)
        if (context.slots[rows.slot].kind == SlotKind::Set)
            pickMembers(rows, context, picked);
}

// What the present members forbid joins what has to be set; what any of them is enough for is a group.
void BitRows::pickMembers(const MemberRows& rows, const NativeContext& context, PickedRows& picked) const
{
    const std::size_t words = (rows.with.size() + 63) / 64;
    const std::uint64_t* const mask = context.masks.data() + rows.maskAt;
    picked.any.push_back(bitsAt(rows.without));
    for (std::size_t word = 0; word < words; ++word)
        for (std::uint64_t left = mask[word]; left != 0; left &= left - 1) {
            const auto member = word * 64 + static_cast<std::size_t>(__builtin_ctzll(left));
            if (member >= rows.with.size())
                break;
            if (rows.with[member] != noRow)
                picked.any.push_back(bitsAt(rows.with[member]));
            if (rows.allowing[member] == m_allRows)
                continue;
            if (picked.count == picked.all.size())
                picked.all.emplace_back();
            picked.all[picked.count++] = bitsAt(rows.allowing[member]);
        }
    picked.any.push_back(nullptr);
}

}
