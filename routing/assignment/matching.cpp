#include "routing/assignment/matching.h"

#include <limits>

namespace signalbox {
namespace {

constexpr std::size_t noColumn = std::numeric_limits<std::size_t>::max();
constexpr std::int64_t unreachable = std::numeric_limits<std::int64_t>::max();

}

// One search of the shortest augmenting path, with the prices adjusted on the way.
struct Matching::Search {
    explicit Search(std::size_t columns) : distance(columns, unreachable), before(columns, noColumn), done(columns, false)
    {
    }

    std::vector<std::int64_t> distance;
    std::vector<std::size_t> before;   // the column whose row leads here; noColumn: the new row
    std::vector<bool> done;
    std::vector<std::size_t> order;   // columns done, in their order
};

Matching::Matching(std::size_t columns)
    : m_free(columns), m_columnPrice(columns, 0), m_rowOf(columns, noColumn), m_closed(columns, false)
{
}

std::optional<std::size_t> Matching::shortestPath(Search& search, std::size_t row)
{
    for (std::size_t from = noColumn, current = row;;) {
        std::size_t next = noColumn;
        const std::vector<std::int64_t>& costs = m_costs[current];
        for (std::size_t column = 0; column < m_rowOf.size(); ++column) {
            if (search.done[column] || m_closed[column])
                continue;
            if (costs[column] != never) {
                const std::int64_t reduced = costs[column] - m_rowPrice[current] - m_columnPrice[column];
                if (reduced < search.distance[column]) {
                    search.distance[column] = reduced;
                    search.before[column] = from;
                }
            }
            if (search.distance[column] != unreachable
                && (next == noColumn || search.distance[column] < search.distance[next]))
                next = column;
        }
        if (next == noColumn)
            return std::nullopt;
        const std::int64_t step = search.distance[next];
        m_rowPrice[row] += step;
        for (const std::size_t column : search.order) {
            m_rowPrice[m_rowOf[column]] += step;
            m_columnPrice[column] -= step;
        }
        for (std::size_t column = 0; column < m_rowOf.size(); ++column)
            if (!search.done[column] && search.distance[column] != unreachable)
                search.distance[column] -= step;
        search.done[next] = true;
        if (m_rowOf[next] == noColumn)
            return next;
        search.order.push_back(next);
        from = next;
        current = m_rowOf[next];
    }
}

bool Matching::add(std::vector<std::int64_t> costs)
{
    const std::size_t row = m_costs.size();
    m_costs.push_back(std::move(costs));
    m_rowPrice.push_back(0);
    m_columnOf.push_back(noColumn);
    const auto rowPrice = m_rowPrice;
    const auto columnPrice = m_columnPrice;
    Search search(m_rowOf.size());
    const auto end = shortestPath(search, row);
    if (!end) {
        for (const std::size_t column : search.order)
            m_closed[column] = true;
        m_rowPrice = rowPrice;
        m_columnPrice = columnPrice;
        m_costs.pop_back();
        m_rowPrice.pop_back();
        m_columnOf.pop_back();
        return false;
    }
    for (std::size_t column = *end; column != noColumn;) {
        const std::size_t before = search.before[column];
        m_rowOf[column] = before == noColumn ? row : m_rowOf[before];
        m_columnOf[m_rowOf[column]] = column;
        column = before;
    }
    --m_free;
    return true;
}

}
