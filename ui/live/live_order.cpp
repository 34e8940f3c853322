#include "ui/live/live_order.h"

#include <algorithm>

namespace signalbox {

namespace {

struct Before {
    const std::vector<LiveKey>& keys;
    bool descending;

    bool operator()(std::uint32_t a, std::uint32_t b) const
    {
        return descending ? keys[b] < keys[a] : keys[a] < keys[b];
    }
};

std::int64_t eightBytes(const std::string& text, std::size_t from)
{
    std::uint64_t packed = 0;
    for (std::size_t i = from; i < from + 8; ++i)
        packed = (packed << 8) | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    return static_cast<std::int64_t>(packed ^ (1ULL << 63));   // unsigned order kept in a signed number
}

}

LiveKey textKey(const std::string& folded) { return {eightBytes(folded, 0), eightBytes(folded, 8), 0}; }

void LiveOrder::append(const std::vector<std::uint32_t>& rows)
{
    const std::size_t from = m_rows.size();
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    renumber(from);
}

void LiveOrder::truncate(std::size_t size)
{
    for (std::size_t i = size; i < m_rows.size(); ++i)
        m_positions[m_rows[i]] = -1;
    m_rows.resize(size);
}

void LiveOrder::renumber(std::size_t from)
{
    for (std::size_t i = from; i < m_rows.size(); ++i) {
        const std::uint32_t row = m_rows[i];
        if (row >= m_positions.size())
            m_positions.resize(row + row / 2 + 64, -1);
        m_positions[row] = int(i);
    }
}

void LiveOrder::merge(const std::vector<LiveKey>& keys, const std::vector<std::uint32_t>& changed,
                      const std::vector<std::uint32_t>& leaving, bool descending)
{
    const Before before{keys, descending};
    m_moving.assign(m_positions.size(), false);
    for (const std::uint32_t row : leaving)
        m_moving[row] = true;
    std::vector<std::uint32_t> moved;
    moved.reserve(changed.size());
    for (const std::uint32_t row : changed)
        if (!m_moving[row]) {
            m_moving[row] = true;
            moved.push_back(row);
        }
    std::ranges::sort(moved, before);
    const auto stays
        = std::stable_partition(m_rows.begin(), m_rows.end(), [&](std::uint32_t row) { return !m_moving[row]; });
    m_merged.clear();
    m_merged.reserve(m_rows.size());
    std::merge(m_rows.begin(), stays, moved.begin(), moved.end(), std::back_inserter(m_merged), before);
    m_merged.insert(m_merged.end(), leaving.begin(), leaving.end());
    m_rows.swap(m_merged);
    renumber();
}

void LiveOrder::assign(std::vector<std::uint32_t> rows, const std::vector<LiveKey>& keys, bool descending)
{
    std::ranges::fill(m_positions, -1);
    m_rows = std::move(rows);
    std::ranges::sort(m_rows, Before{keys, descending});
    renumber();
}

}
