#include "routing/conditions/index/bit_rows_builder.h"

#include "routing/conditions/index/scales.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace signalbox {
namespace {

constexpr std::size_t wordsInBlock = rowsInBlock / 64;
constexpr std::size_t bytesForOneSlot = 2u << 20;   // classes are put together beyond it
constexpr std::size_t fewest = 64;                  // one row in so many has to look at an attribute

void set(std::vector<std::uint64_t>& words, std::uint32_t row) { words[row / 64] |= std::uint64_t{1} << (row % 64); }

// Sorted, each once, and no more than `most` of them, evenly spread.
template <class T>
void thinOut(std::vector<T>& starts, std::size_t most)
{
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    const std::size_t every = (starts.size() + most - 1) / std::max<std::size_t>(most, 1);
    if (every < 2)
        return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < starts.size(); i += every)
        starts[kept++] = starts[i];
    starts.resize(kept);
}

// Where the classes begin that a closed range makes.
template <class Scale, class T>
void addStarts(std::vector<T>& starts, T low, T high)
{
    if (low > Scale::lowest)
        starts.push_back(low);
    if (high < Scale::highest)
        starts.push_back(Scale::after(high));
}

template <class Range, class T>
auto onRange(const Range& range, T low, T high)
{
    return std::pair{range.low <= high && low <= range.high && range.low <= range.high,
                     !(range.low <= low && high <= range.high)};
}

template <class T>
std::pair<bool, bool> onList(std::span<const T> sorted, T low, T high)
{
    const auto first = std::lower_bound(sorted.begin(), sorted.end(), low);
    const bool canHold = first != sorted.end() && *first <= high;
    return {canHold, !(canHold && low == high)};
}

std::pair<bool, bool> within(const Test& test, const TestPool& pool, double low, double high)
{
    return test.way == Test::Way::NumberRange ? onRange(test.numbers, low, high)
                                              : onList(pool.numbers(test), low, high);
}

std::pair<bool, bool> within(const Test& test, const TestPool& pool, std::int64_t low, std::int64_t high)
{
    return test.way == Test::Way::TimeRange ? onRange(test.times, low, high) : onList(pool.times(test), low, high);
}

bool isNumeric(Test::Way way)
{
    return way == Test::Way::NumberRange || way == Test::Way::NumberIn || way == Test::Way::TimeRange
        || way == Test::Way::TimeIn;
}

bool isSettledBy(const Test& test, SlotKind kind) { return (test.settled >> static_cast<unsigned>(kind) & 1) != 0; }
bool truthIn(const Test& test, SlotKind kind) { return (test.truth >> static_cast<unsigned>(kind) & 1) != 0; }

}

BitRows::BitRows(std::vector<IndexedLiteral>& literals, std::size_t rows, const TestPool& pool)
{
    Builder(*this, literals, rows, pool).build();
}

BitRows::Builder::Builder(BitRows& to, std::vector<IndexedLiteral>& literals, std::size_t rows, const TestPool& pool)
    : m_to(to), m_literals(literals), m_rows(rows), m_pool(pool)
{
    m_to.m_blocks = (rows + rowsInBlock - 1) / rowsInBlock;
    m_all.assign(m_to.m_blocks * wordsInBlock, 0);
    for (std::uint32_t row = 0; row < rows; ++row)
        set(m_all, row);
    m_mostClasses = std::clamp<std::size_t>(bytesForOneSlot / (m_all.size() * sizeof(std::uint64_t)), 16, 1024);
    m_to.m_allRows = add(m_all);
}

BitRows::RowPlace BitRows::Builder::add(const Words& words)
{
    std::string key(words.size() * sizeof(std::uint64_t), '\0');
    std::memcpy(key.data(), words.data(), key.size());
    const auto [known, isNew] = m_known.emplace(std::move(key), static_cast<RowPlace>(m_to.m_bits.size()));
    if (isNew) {
        m_to.m_bits.resize(known->second + m_to.m_blocks);
        std::memcpy(static_cast<void*>(&m_to.m_bits[known->second]), words.data(),
                    words.size() * sizeof(std::uint64_t));
    }
    return known->second;
}

void BitRows::Builder::build()
{
    std::vector<Literals> bySlot(m_pool.vocabulary().slots());
    for (IndexedLiteral& literal : m_literals)
        if (literal.test.way != Test::Way::Tree && literal.test.way != Test::Way::General)
            bySlot[literal.test.slot].push_back(&literal);
    std::sort(bySlot.begin(), bySlot.end(), [](const Literals& a, const Literals& b) { return a.size() > b.size(); });
    for (const Literals& literals : bySlot)
        if (!literals.empty() && literals.size() * fewest >= m_rows)
            buildSlot(literals);
}

template <class OutcomesOf>
BitRows::RowPlace BitRows::Builder::addClass(const Literals& literals, OutcomesOf outcomes)
{
    Words words = m_all;
    narrow(words, literals, outcomes);
    return add(words);
}

void BitRows::Builder::buildSlot(const Literals& literals)
{
    for (IndexedLiteral* literal : literals)
        literal->settled = true;
    SlotRows rows = nextRank(literals.front()->test.slot);
    buildKinds(literals);
    buildCodes(literals);
    const auto rowOf
        = [&](SlotKind kind) -> RowPlace& { return m_to.m_rows[rows.rowsAt + static_cast<std::size_t>(kind)]; };
    const Stretches numbers
        = buildStretches<NumberScale>(literals, SlotKind::Number, startsOfNumbers(literals), m_to.m_numbers);
    const Stretches times = buildStretches<TimeScale>(literals, SlotKind::Time, startsOfTimes(literals), m_to.m_times);
    rowOf(SlotKind::Number) = m_to.m_rows[numbers.rowsAt];
    rowOf(SlotKind::Time) = m_to.m_rows[times.rowsAt];
    rowOf(SlotKind::Set) = buildMembers(literals);
    rows.stretches = numbers.half > 0 ? numbers : times;
    (numbers.half > 0 ? m_to.m_numbered : times.half > 0 ? m_to.m_timed : m_to.m_coded).push_back(rows);
    if (numbers.half == 0 || times.half == 0)
        return;
    // Asked for numbers and for times: the times pick a row of their own, and nothing else does.
    rowOf(SlotKind::Time) = m_to.m_allRows;
    SlotRows timed = nextRank(rows.slot);
    timed.stretches = times;
    m_to.m_rows.insert(m_to.m_rows.end(), slotKinds + 2 * m_pool.vocabulary().words(rows.slot).size(), m_to.m_allRows);
    m_to.m_timed.push_back(timed);
}

BitRows::SlotRows BitRows::Builder::nextRank(SlotId slot)
{
    return {slot, static_cast<std::uint32_t>(m_to.m_ranks++), static_cast<std::uint32_t>(m_to.m_rows.size()), {}};
}

// One row for each kind but Text. Those of kinds with more to them are filled in later.
void BitRows::Builder::buildKinds(const Literals& literals)
{
    for (std::size_t k = 0; k + 1 < slotKinds; ++k) {
        const auto kind = static_cast<SlotKind>(k);
        const bool isOpen = kind == SlotKind::Number || kind == SlotKind::Time || kind == SlotKind::Set;
        const auto settled = [&](const Test& test) { return bySettledKind(test, kind); };
        m_to.m_rows.push_back(isOpen ? m_to.m_allRows : addClass(literals, settled));
    }
}

// What a settled kind says; `negated` is undone, as the caller does it again for all.
BitRows::Builder::Outcomes BitRows::Builder::bySettledKind(const Test& test, SlotKind kind)
{
    if (!isSettledBy(test, kind))
        return {true, true};
    const bool holds = truthIn(test, kind) != test.negated;
    return {holds, !holds};
}

template <class Scale, class T>
BitRows::Stretches BitRows::Builder::buildStretches(const Literals& literals, SlotKind kind, std::vector<T> starts,
                                                    std::vector<T>& known)
{
    thinOut(starts, m_mostClasses);
    for (std::size_t i = 0; i <= starts.size(); ++i) {
        const T low = i == 0 ? Scale::lowest : starts[i - 1];
        const T high = i == starts.size() ? Scale::highest : Scale::before(starts[i]);
        m_to.m_rows.push_back(addClass(literals, [&](const Test& test) -> Outcomes {
            if (isSettledBy(test, kind) || !isNumeric(test.way))
                return bySettledKind(test, kind);
            const auto [canHold, canFail] = within(test, m_pool, low, high);
            return {canHold, canFail};
        }));
    }
    const std::size_t stretches = std::bit_ceil(starts.size() + 1);
    const std::size_t filling = stretches - 1 - starts.size();
    const Stretches made{static_cast<std::uint32_t>(known.size()), static_cast<std::uint32_t>(stretches / 2),
                         static_cast<std::uint32_t>(m_to.m_rows.size() - starts.size() - 1)};
    m_to.m_rows.insert(m_to.m_rows.end(), filling, m_to.m_rows.back());
    known.insert(known.end(), starts.begin(), starts.end());
    known.insert(known.end(), filling, Scale::highest);
    return made;
}

std::vector<double> BitRows::Builder::startsOfNumbers(const Literals& literals) const
{
    std::vector<double> starts;
    for (const IndexedLiteral* literal : literals) {
        const Test& test = literal->test;
        if (test.way == Test::Way::NumberRange)
            addStarts<NumberScale>(starts, test.numbers.low, test.numbers.high);
        if (test.way == Test::Way::NumberIn)
            for (const double value : m_pool.numbers(test))
                addStarts<NumberScale>(starts, value, value);
    }
    return starts;
}

std::vector<std::int64_t> BitRows::Builder::startsOfTimes(const Literals& literals) const
{
    std::vector<std::int64_t> starts;
    for (const IndexedLiteral* literal : literals) {
        const Test& test = literal->test;
        if (test.way == Test::Way::TimeRange)
            addStarts<TimeScale>(starts, test.times.low, test.times.high);
        if (test.way == Test::Way::TimeIn)
            for (const std::int64_t value : m_pool.times(test))
                addStarts<TimeScale>(starts, value, value);
    }
    return starts;
}

BitRows::Builder::Outcomes BitRows::Builder::onCodes(const Test& test, std::uint32_t low, std::uint32_t high,
                                                     bool searchWords) const
{
    if (isSettledBy(test, SlotKind::Text))
        return bySettledKind(test, SlotKind::Text);
    std::pair<bool, bool> can{true, true};
    if (test.way == Test::Way::CodeRange)
        can = onRange(test.codes, low, high);
    else if (test.way == Test::Way::CodeIn)
        can = onList(m_pool.codes(test), low, high);
    else if (searchWords && low == high && low % 2 == 1) {
        const bool found = m_pool.foundIn(test, m_pool.vocabulary().words(test.slot)[low / 2]);
        can = {found, !found};
    }
    return {can.first, can.second};
}

void BitRows::Builder::buildCodes(const Literals& literals)
{
    constexpr std::size_t mostSearches = 100'000;
    const std::size_t words = m_pool.vocabulary().words(literals.front()->test.slot).size();
    const std::size_t codes = 2 * words + 1;
    const std::size_t width = (codes + m_mostClasses - 1) / m_mostClasses;
    const bool searchWords = words * literals.size() <= mostSearches;
    for (std::size_t low = 0; low < codes; low += width) {
        const std::size_t high = std::min(low + width, codes) - 1;
        const RowPlace row = addClass(literals, [&](const Test& test) {
            return onCodes(test, static_cast<std::uint32_t>(low), static_cast<std::uint32_t>(high), searchWords);
        });
        m_to.m_rows.insert(m_to.m_rows.end(), high - low + 1, row);
    }
}

}
