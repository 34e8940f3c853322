#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace signalbox {

// Rows matched with columns at the least total cost, one row after the other. A row that was matched stays matched,
// perhaps with another column; so of rows given in order of rank, the best set that can be matched is. This is the
// Hungarian method by shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987).
class Matching {
public:
    static constexpr std::int64_t never = -1;   // as a cost: this row cannot have this column

    explicit Matching(std::size_t columns);

    // Adds a row with its cost for each column, not negative; false, and nothing is changed, when it can have none
    // without another losing its own.
    bool add(std::vector<std::int64_t> costs);

    bool isFull() const { return m_free == 0; }   // no column is left
    std::size_t rows() const { return m_costs.size(); }
    std::size_t columnOf(std::size_t row) const { return m_columnOf[row]; }

private:
    struct Search;
    std::optional<std::size_t> shortestPath(Search& search, std::size_t row);

    std::size_t m_free;
    std::vector<std::vector<std::int64_t>> m_costs;   // by row
    std::vector<std::int64_t> m_rowPrice;
    std::vector<std::int64_t> m_columnPrice;
    std::vector<std::size_t> m_columnOf;
    std::vector<std::size_t> m_rowOf;   // by column; none: no row
    std::vector<bool> m_closed;         // columns from which no path leads to a free one, now or later
};

}
