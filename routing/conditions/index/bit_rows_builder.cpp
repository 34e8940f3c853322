#include "routing/conditions/index/bit_rows_builder.h"

#include "routing/conditions/index/scales.h"

#include <algorithm>
#include <cstring>

namespace signalbox {
namespace {

constexpr std::size_t wordsInBlock = rowsInBlock / 64;
constexpr std::size_t bytesForOneSlot = 2u << 20;   // classes are put together beyond it

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

BitRows::RowNumber BitRows::Builder::add(const Words& words)
{
    std::string key(words.size() * sizeof(std::uint64_t), '\0');
    std::memcpy(key.data(), words.data(), key.size());
    const auto [known, isNew]
        = m_known.emplace(std::move(key), static_cast<RowNumber>(m_to.m_bits.size() / m_to.m_blocks));
    if (isNew) {
        const std::size_t at = m_to.m_bits.size();
        m_to.m_bits.resize(at + m_to.m_blocks);
        std::memcpy(&m_to.m_bits[at], words.data(), words.size() * sizeof(std::uint64_t));
    }
    return known->second;
}

void BitRows::Builder::build()
{
    constexpr std::size_t fewest = 64;   // one row in so many has to look at an attribute
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
BitRows::RowNumber BitRows::Builder::addClass(const Literals& literals, OutcomesOf outcomes)
{
    Words words = m_all;
    narrow(words, literals, outcomes);
    return addUnlessAll(words);
}

BitRows::RowNumber BitRows::Builder::addUnlessAll(const Words& words)
{
    const RowNumber row = add(words);
    return row == m_to.m_allRows ? noRow : row;
}

void BitRows::Builder::buildSlot(const Literals& literals)
{
    SlotRows rows;
    rows.slot = literals.front()->test.slot;
    for (IndexedLiteral* literal : literals)
        literal->settled = true;
    for (std::size_t k = 0; k < slotKinds; ++k) {
        const auto kind = static_cast<SlotKind>(k);
        if (kind != SlotKind::Number && kind != SlotKind::Time && kind != SlotKind::Text && kind != SlotKind::Set)
            rows.ofKind[k] = addClass(literals, [&](const Test& test) { return bySettledKind(test, kind); });
    }
    rows.numbers = buildClasses<NumberScale>(literals, SlotKind::Number, startsOfNumbers(literals));
    rows.times = buildClasses<TimeScale>(literals, SlotKind::Time, startsOfTimes(literals));
    buildCodes(rows, literals);
    buildMembers(rows, literals);
    m_to.m_slots.push_back(std::move(rows));
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
BitRows::Classes<T> BitRows::Builder::buildClasses(const Literals& literals, SlotKind kind, std::vector<T> starts)
{
    thinOut(starts, m_mostClasses);
    Classes<T> classes{std::move(starts), {}};
    for (std::size_t i = 0; i <= classes.starts.size(); ++i) {
        const T low = i == 0 ? Scale::lowest : classes.starts[i - 1];
        const T high = i == classes.starts.size() ? Scale::highest : Scale::before(classes.starts[i]);
        classes.rows.push_back(addClass(literals, [&](const Test& test) -> Outcomes {
            if (isSettledBy(test, kind) || !isNumeric(test.way))
                return bySettledKind(test, kind);
            const auto [canHold, canFail] = within(test, m_pool, low, high);
            return {canHold, canFail};
        }));
    }
    return classes;
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

void BitRows::Builder::buildCodes(SlotRows& rows, const Literals& literals)
{
    constexpr std::size_t mostSearches = 100'000;
    const std::size_t words = m_pool.vocabulary().words(rows.slot).size();
    const std::size_t codes = 2 * words + 1;
    const std::size_t width = (codes + m_mostClasses - 1) / m_mostClasses;
    const bool searchWords = words * literals.size() <= mostSearches;
    rows.ofCode.resize(codes);
    for (std::size_t low = 0; low < codes; low += width) {
        const std::size_t high = std::min(low + width, codes) - 1;
        const RowNumber row = addClass(literals, [&](const Test& test) {
            return onCodes(test, static_cast<std::uint32_t>(low), static_cast<std::uint32_t>(high), searchWords);
        });
        std::fill(rows.ofCode.begin() + static_cast<std::ptrdiff_t>(low),
                  rows.ofCode.begin() + static_cast<std::ptrdiff_t>(high) + 1, row);
    }
}

}
