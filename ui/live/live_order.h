#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace signalbox {

// Where a row stands: two numbers and, so that no two are equal, the row itself.
struct LiveKey {
    std::int64_t first = 0;
    std::int64_t second = 0;
    std::uint32_t row = 0;

    auto operator<=>(const LiveKey&) const = default;
};

// The first sixteen bytes of a text as two numbers that sort as the text does.
LiveKey textKey(const std::string& folded);

// The shown rows in order, kept sorted by taking the changed ones out and merging them back in: what stays put costs a
// comparison, not a sort.
class LiveOrder {
public:
    std::size_t size() const { return m_rows.size(); }
    std::uint32_t rowAt(std::size_t position) const { return m_rows[position]; }
    // Where the row is shown; -1 when it is not.
    int positionOf(std::uint32_t row) const { return row < m_positions.size() ? m_positions[row] : -1; }

    void append(const std::vector<std::uint32_t>& rows);   // at the end, unsorted, until the next merge
    void truncate(std::size_t size);

    // Puts the `changed` rows where `keys` (by row) say, and the `leaving` ones at the end. Rows of neither list keep
    // their order. Both hold shown rows only.
    void merge(const std::vector<LiveKey>& keys, const std::vector<std::uint32_t>& changed,
               const std::vector<std::uint32_t>& leaving, bool descending);
    // Replaces everything.
    void assign(std::vector<std::uint32_t> rows, const std::vector<LiveKey>& keys, bool descending);

private:
    void renumber(std::size_t from = 0);

    std::vector<std::uint32_t> m_rows;
    std::vector<int> m_positions;
    std::vector<std::uint32_t> m_merged;
    std::vector<bool> m_moving;
};

}
