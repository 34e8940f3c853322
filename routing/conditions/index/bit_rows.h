#pragma once

#include "routing/conditions/index/tests.h"

#include <limits>

namespace signalbox {

// 512 rows at a time; the compiler makes of it what the machine has.
using Block = std::uint64_t __attribute__((vector_size(64)));
constexpr std::size_t rowsInBlock = 512;

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
    // Fills in what is settled. Attributes on which fewer than one in 100 literals' rows depend get no bit rows.
    BitRows(std::vector<IndexedLiteral>& literals, std::size_t rows, const TestPool& pool);

    // The bit rows a context picks, for `scan`.
    void pick(const NativeContext& context, std::vector<const void*>& picked) const;

    // Calls back with each row that is set in all picked bit rows, in order, until that returns true.
    template <class OnRow>
    void scan(const std::vector<const void*>& picked, OnRow onRow) const
    {
        for (std::size_t block = 0; block < m_blocks; ++block) {
            const auto words = surviving(picked, block);
            for (std::size_t word = 0; word < rowsInBlock / 64; ++word)
                for (std::uint64_t left = words[word]; left != 0; left &= left - 1) {
                    const auto bit = static_cast<std::size_t>(__builtin_ctzll(left));
                    if (onRow(static_cast<std::uint32_t>(block * rowsInBlock + word * 64 + bit)))
                        return;
                }
        }
    }

    std::size_t bytes() const { return m_bits.size() * sizeof(Block); }

private:
    using RowNumber = std::uint32_t;
    static constexpr RowNumber noRow = std::numeric_limits<RowNumber>::max();

    template <class T>
    struct Classes {   // class i reaches from starts[i - 1] to before starts[i]
        std::vector<T> starts;
        std::vector<RowNumber> rows;   // one more than starts
    };
    struct MemberRows {   // of a set
        std::uint32_t maskAt = 0;
        RowNumber without = noRow;         // rows that need no member
        std::vector<RowNumber> with;       // by member: rows that are content with this one
        std::vector<RowNumber> allowing;   // by member: rows that allow it
    };
    struct SlotRows {
        SlotId slot = 0;
        std::array<RowNumber, slotKinds> ofKind{};   // Number, Time, Text: unused
        Classes<double> numbers;
        Classes<std::int64_t> times;
        std::vector<RowNumber> ofCode;
        MemberRows members;
    };
    class Builder;

    using Words = std::array<std::uint64_t, rowsInBlock / 64>;

    void pickMembers(const SlotRows& rows, const NativeContext& context, std::vector<const void*>& picked) const;
    Words surviving(const std::vector<const void*>& picked, std::size_t block) const;
    const Block* bitsOf(RowNumber row) const { return m_bits.data() + row * m_blocks; }

    std::size_t m_blocks = 0;
    RowNumber m_allRows = 0;
    std::vector<Block> m_bits;
    std::vector<SlotRows> m_slots;
};

}
