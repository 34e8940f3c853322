#include "ui/conversation/row_heights.h"

#include <algorithm>
#include <bit>
#include <iterator>

namespace signalbox {
namespace {

int lowestBit(int number) { return number & -number; }

}

void RowHeights::reset(const std::vector<int>& estimates)
{
    m_rows.clear();
    m_sums.assign(1, 0);
    insert(0, estimates);
}

void RowHeights::insert(int first, const std::vector<int>& estimates)
{
    if (m_sums.empty())
        m_sums.assign(1, 0);
    if (first == count()) {
        for (const int height : estimates)
            append(height);
        return;
    }
    std::vector<Row> rows;
    std::ranges::transform(estimates, std::back_inserter(rows), [](int height) { return Row{height, false}; });
    m_rows.insert(m_rows.begin() + first, rows.begin(), rows.end());
    rebuild();
}

void RowHeights::remove(int first, int last)
{
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
    rebuild();
}

void RowHeights::append(int height)
{
    const int at = count() + 1;
    m_sums.push_back(top(at - 1) - top(at - lowestBit(at)) + height);
    m_rows.push_back({height, false});
}

void RowHeights::rebuild()
{
    m_sums.assign(m_rows.size() + 1, 0);
    for (int at = 1; at <= count(); ++at) {
        m_sums[std::size_t(at)] += m_rows[std::size_t(at) - 1].height;
        const int above = at + lowestBit(at);
        if (above <= count())
            m_sums[std::size_t(above)] += m_sums[std::size_t(at)];
    }
}

void RowHeights::measured(int row, int height)
{
    Row& mine = m_rows[std::size_t(row)];
    const int more = height - mine.height;
    mine = {height, true};
    for (int at = row + 1; more != 0 && at <= count(); at += lowestBit(at))
        m_sums[std::size_t(at)] += more;
}

int RowHeights::top(int row) const
{
    int sum = 0;
    for (int at = row; at > 0; at -= lowestBit(at))
        sum += m_sums[std::size_t(at)];
    return sum;
}

int RowHeights::rowAt(int y) const
{
    if (m_rows.empty())
        return -1;
    int row = 0;
    for (int step = int(std::bit_floor(m_rows.size())); step > 0; step /= 2)
        if (row + step <= count() && m_sums[std::size_t(row + step)] <= y) {
            row += step;
            y -= m_sums[std::size_t(row)];
        }
    return std::min(row, count() - 1);
}

}
