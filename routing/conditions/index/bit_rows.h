#pragma once

#include "routing/conditions/index/surviving.h"
#include "routing/conditions/index/tests.h"

#include <limits>

namespace signalbox {

// A literal of a row that the bit rows may answer, and whether they answer it in full.
struct IndexedLiteral {
    std::uint32_t row = 0;
    Test test;
    bool settled = false;   // out: no need to test it once the bits of its row are all set
};

// For each attribute and each class of values one row of bits: which rows may hold with such a value. A class is a kind, a
// stretch of numbers, times or codes between two that some literal compares with, or a member of a set. A context picks its
// rows, and what is set in all of them is all that has to be looked at.
class BitRows {
public:
    // Fills in what is settled. Attributes that few literals ask about get no bit rows: picking one for every context would
    // cost more than testing the few rows that are left.
    BitRows(std::vector<IndexedLiteral>& literals, std::size_t rows, const TestPool& pool);

    // The bit rows a context picks, for `scan`.
    void pick(const NativeContext& context, PickedRows& picked) const;

    // Calls back with each row that is set in all picked bit rows, in order, until that returns true.
    template <class OnRow>
    void scan(const PickedRows& picked, OnRow onRow) const
    {
        BlockWords left;
        for (std::size_t block = 0; block < m_blocks; ++block) {
            if (!m_survive(picked, block, left))
                continue;
            for (std::size_t word = 0; word < left.size(); ++word)
                for (std::uint64_t bits = left[word]; bits != 0; bits &= bits - 1) {
                    const auto bit = static_cast<std::size_t>(__builtin_ctzll(bits));
                    if (onRow(static_cast<std::uint32_t>(block * rowsInBlock + word * 64 + bit)))
                        return;
                }
        }
    }

    std::size_t bytes() const { return m_bits.size() * sizeof(Block); }

private:
    using RowPlace = std::uint32_t;   // of the row's first block, in m_bits
    static constexpr RowPlace noRow = std::numeric_limits<RowPlace>::max();

    // Sorted values, each of which starts a stretch of values with a row of their own; before the first is one more stretch.
    // Filled up to a power of two less one.
    struct Stretches {
        std::uint32_t startsAt = 0;   // in m_numbers or m_times
        std::uint32_t half = 0;       // of the stretches; none when all values are alike
        std::uint32_t rowsAt = 0;     // in m_rows
    };
    struct SlotRows {
        SlotId slot = 0;
        std::uint32_t rank = 0;     // among the rows a context picks: those that rule out most come first
        std::uint32_t rowsAt = 0;   // in m_rows: one for each kind, Text as the last, from where on codes count
        Stretches stretches;
    };
    struct MemberRows {   // of a set
        SlotId slot = 0;
        std::uint32_t maskAt = 0;
        RowPlace without = noRow;         // rows that need no member
        std::vector<RowPlace> with;       // by member: rows that are content with this one
        std::vector<RowPlace> allowing;   // by member: rows that allow it
    };
    class Builder;

    template <class T>
    void pickStretches(const std::vector<SlotRows>& slots, const std::vector<T>& starts, const NativeContext& context,
                       PickedRows& picked) const;
    void pickMembers(const MemberRows& rows, const NativeContext& context, PickedRows& picked) const;
    const Block* bitsAt(RowPlace row) const { return m_bits.data() + row; }

    std::size_t m_blocks = 0;
    RowPlace m_allRows = 0;
    std::vector<Block> m_bits;
    std::size_t m_ranks = 0;
    std::vector<SlotRows> m_coded;      // whose kind and code choose the row
    std::vector<SlotRows> m_numbered;   // or a number
    std::vector<SlotRows> m_timed;      // or a time
    std::vector<MemberRows> m_members;
    std::vector<RowPlace> m_rows;
    std::vector<double> m_numbers;
    std::vector<std::int64_t> m_times;
    Survive* m_survive = surviveHere();
};

}
