#include "routing/conditions/index/bit_rows.h"

#include <algorithm>

namespace signalbox {
namespace {

bool isEmpty(const Block& block)
{
    std::uint64_t any = 0;
    for (std::size_t i = 0; i < rowsInBlock / 64; ++i)
        any |= block[i];
    return any == 0;
}

template <class Classes, class T>
auto rowIn(const Classes& classes, T value)
{
    const auto next = std::upper_bound(classes.starts.begin(), classes.starts.end(), value);
    return classes.rows[static_cast<std::size_t>(next - classes.starts.begin())];
}

}

void BitRows::pick(const NativeContext& context, std::vector<const void*>& picked) const
{
    const auto take = [&](RowNumber row) {
        if (row != noRow)
            picked.push_back(bitsOf(row));
    };
    picked.clear();
    take(m_allRows);
    for (const SlotRows& rows : m_slots) {
        const Slot& slot = context.slots[rows.slot];
        switch (slot.kind) {
        case SlotKind::Number:
            take(rowIn(rows.numbers, slot.number));
            break;
        case SlotKind::Time:
            take(rowIn(rows.times, slot.time));
            break;
        case SlotKind::Text:
            take(rows.ofCode[slot.code]);
            break;
        default:
            take(rows.ofKind[static_cast<std::size_t>(slot.kind)]);
        }
    }
    for (const SlotRows& rows : m_slots)
        if (context.slots[rows.slot].kind == SlotKind::Set && rows.members.without != noRow)
            pickMembers(rows, context, picked);
}

// First what the present members forbid, then, behind a null, what they together are enough for.
void BitRows::pickMembers(const SlotRows& rows, const NativeContext& context, std::vector<const void*>& picked) const
{
    const std::size_t words = (rows.members.with.size() + 63) / 64;
    const std::uint64_t* const mask = context.masks.data() + rows.members.maskAt;
    const auto forEachPresent = [&](auto onMember) {
        for (std::size_t word = 0; word < words; ++word)
            for (std::uint64_t left = mask[word]; left != 0; left &= left - 1)
                if (const auto member = word * 64 + static_cast<std::size_t>(__builtin_ctzll(left));
                    member < rows.members.with.size())
                    onMember(member);
    };
    picked.push_back(nullptr);
    picked.push_back(bitsOf(rows.members.without));
    forEachPresent([&](std::size_t member) {
        if (rows.members.with[member] != noRow)
            picked.push_back(bitsOf(rows.members.with[member]));
    });
    forEachPresent([&](std::size_t member) {
        if (rows.members.allowing[member] != noRow) {
            picked.push_back(nullptr);
            picked.push_back(bitsOf(rows.members.allowing[member]));
        }
    });
}

BitRows::Words BitRows::surviving(const std::vector<const void*>& picked, std::size_t block) const
{
    constexpr std::size_t stride = 4;   // looks whether anything is left after so many
    const auto bits = [block](const void* row) -> const Block& { return static_cast<const Block*>(row)[block]; };
    const std::size_t count = picked.size();
    Words words{};
    Block left = bits(picked[0]);
    std::size_t i = 1;
    for (; i < count && picked[i]; ++i) {
        left &= bits(picked[i]);
        if (i % stride == 0 && isEmpty(left))
            return words;
    }
    while (i < count) {
        Block enough = bits(picked[++i]);
        for (++i; i < count && picked[i]; ++i)
            enough |= bits(picked[i]);
        left &= enough;
    }
    for (std::size_t word = 0; word < words.size(); ++word)
        words[word] = left[word];
    return words;
}

}
