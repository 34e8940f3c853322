#include "model/figures/floor_parts.h"

#include "model/domain/names.h"
#include "model/figures/breakdown.h"
#include "model/figures/desk_clock.h"
#include "model/figures/number_steps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace signalbox {
namespace {

constexpr std::size_t mostTexts = 32;         // with "others" and "missing"
constexpr std::int64_t longestFilled = 800;   // days or weeks; a period with more and gaps shows only what is there
constexpr std::int64_t isMissing = -1;

constexpr std::array weekdayNames{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

std::string twoDigits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// What a dimension files conversations under. Keys of times and steps are in their order; isMissing has no value.
class FloorKeys {
public:
    FloorKeys(const FigureRows& rows, const ConversationColumns& columns, const FloorDimension& by,
              std::span<const std::uint32_t> chosen)
        : m_rows(rows), m_by(by.kind), m_clock(columns.clock)
    {
        if (by.kind == FloorBy::Policy)
            m_column = columns.policy.get();
        else if (const auto found = columns.attributes.find(by.attribute);
                 by.kind == FloorBy::Attribute && found != columns.attributes.end())
            m_column = found->second.get();
        if (m_column && m_column->hasNumbers())
            learnSteps(chosen);
    }

    bool isInOrder() const
    {
        return m_by == FloorBy::Version || isTime() || (m_column && m_column->hasNumbers()) || m_by == FloorBy::Channel;
    }
    bool isTime() const { return m_by >= FloorBy::Hour && m_by <= FloorBy::Week; }
    bool mayBeMany() const { return m_by == FloorBy::Attribute; }

    std::int64_t of(std::uint32_t place) const
    {
        const ConversationFacts& row = m_rows.conversations[place];
        switch (m_by) {
        case FloorBy::Channel:
            return static_cast<std::int64_t>(row.channel);
        case FloorBy::Tier:
            return wordKey(row.tier);
        case FloorBy::Queue:
            return wordKey(row.queue);
        case FloorBy::Agent:
            return wordKey(row.agent);
        case FloorBy::Version:
            return wordKey(static_cast<Word>(row.lastVersion));
        case FloorBy::Outcome:
            return row.closedAt == never ? stillOpen : wordKey(row.outcomeWord);
        case FloorBy::Hour:
            return m_clock.hour(row.openedAt);
        case FloorBy::Weekday:
            return m_clock.weekday(row.openedAt);
        case FloorBy::Day:
            return m_clock.day(row.openedAt);
        case FloorBy::Week:
            return weekOf(row.openedAt);
        case FloorBy::Policy:
        case FloorBy::Attribute:
            return columnKey(place);
        }
        return isMissing;
    }

    FloorPart part(std::int64_t key) const
    {
        if (key == isMissing)
            return {{}, m_by == FloorBy::Attribute ? "missing" : m_by == FloorBy::Agent ? "nobody" : "none"};
        switch (m_by) {
        case FloorBy::Channel:
            return same(std::string(nameOf(static_cast<Channel>(key))));
        case FloorBy::Version:
            return {std::to_string(key), "version " + std::to_string(key)};
        case FloorBy::Outcome:
            return key == stillOpen ? FloorPart{"", "still open"} : same(m_rows.words[static_cast<Word>(key)]);
        case FloorBy::Agent:
            return {m_rows.words[static_cast<Word>(key)], shownName(m_rows, Dimension::Agent, key)};
        case FloorBy::Hour:
            return {twoDigits(key), twoDigits(key) + ":00"};
        case FloorBy::Weekday:
            return same(weekdayNames[static_cast<std::size_t>(key)]);
        case FloorBy::Day:
            return same(toIso8601(std::chrono::sys_days{std::chrono::days{key}}).substr(0, 10));
        case FloorBy::Week:
            return same(nameOfWeek(key));
        case FloorBy::Policy:
        case FloorBy::Attribute:
            return same(m_column->hasNumbers() ? m_steps.nameOf(static_cast<std::size_t>(key))
                                               : m_column->names[static_cast<std::size_t>(key)]);
        default:
            return same(m_rows.words[static_cast<Word>(key)]);
        }
    }

    // Tiers by rank, as the rulebook has them.
    std::int64_t rankOf(std::int64_t key) const
    {
        const auto known = m_rows.rankOf.find(static_cast<Word>(key));
        return m_by == FloorBy::Tier && known != m_rows.rankOf.end() ? known->second : 0;
    }

    // Times that had nothing, so that a quiet hour is seen.
    std::vector<std::int64_t> filled(const std::vector<std::int64_t>& keys) const
    {
        std::int64_t first = 0, last = m_by == FloorBy::Hour ? 23 : 6;
        if (m_by != FloorBy::Hour && m_by != FloorBy::Weekday) {
            if (keys.empty())
                return {};
            const auto [least, most] = std::ranges::minmax(keys);
            if (most - least > longestFilled)
                return {};
            first = least;
            last = most;
        }
        std::vector<std::int64_t> all(static_cast<std::size_t>(last - first + 1));
        std::iota(all.begin(), all.end(), first);
        return all;
    }

private:
    static constexpr std::int64_t stillOpen = -2;

    static std::int64_t wordKey(Word word) { return word == 0 ? isMissing : word; }
    static FloorPart same(std::string name) { return {name, name}; }

    std::int64_t columnKey(std::uint32_t place) const
    {
        if (!m_column)
            return isMissing;
        if (!m_column->hasNumbers())
            return wordKey(m_column->codes[place]);
        const double number = m_column->numbers[place];
        return std::isfinite(number) ? static_cast<std::int64_t>(m_steps.stepOf(number)) : isMissing;
    }

    void learnSteps(std::span<const std::uint32_t> chosen)
    {
        std::vector<double> values;
        for (const std::uint32_t place : chosen)
            if (const double number = m_column->numbers[place]; std::isfinite(number))
                values.push_back(number);
        m_steps = NumberSteps(std::move(values));
    }

    const FigureRows& m_rows;
    const FloorBy m_by;
    const DeskClock m_clock;
    const ConversationColumn* m_column = nullptr;
    NumberSteps m_steps;
};

struct ShownPart {
    std::int64_t key = 0;
    std::size_t count = 0;
    FloorPart part;
};

// What has no value comes last; then in order, or the most frequent first.
std::vector<ShownPart> shownParts(const FloorKeys& keys, const Filed& filed)
{
    std::vector<ShownPart> shown;
    std::unordered_map<std::int64_t, std::size_t> countOf;
    for (std::size_t part = 0; part < filed.keys.size(); ++part)
        countOf[filed.keys[part]] = filed.begins[part + 1] - filed.begins[part];
    std::vector<std::int64_t> all = keys.isTime() ? keys.filled(filed.keys) : std::vector<std::int64_t>{};
    if (all.empty())
        all = filed.keys;
    for (const std::int64_t key : all)
        shown.push_back({key, countOf[key], keys.part(key)});
    std::ranges::sort(shown, [&](const ShownPart& one, const ShownPart& other) {
        const auto order = [&](const ShownPart& part) {
            return std::tuple(part.key == isMissing, keys.rankOf(part.key),
                              keys.isInOrder() ? part.key : -static_cast<std::int64_t>(part.count));
        };
        const auto first = order(one), second = order(other);
        return first != second ? first < second : one.part.name < other.part.name;
    });
    return shown;
}

}

void gatherSmallParts(FloorParts& parts, std::size_t most)
{
    if (parts.parts.size() <= most)
        return;
    const std::size_t kept = most - 1 - (parts.endsWithNone ? 1 : 0);
    const std::size_t named = parts.parts.size() - (parts.endsWithNone ? 1 : 0);
    std::vector<std::int64_t> counts(parts.parts.size());
    for (const std::uint32_t part : parts.partOf)
        ++counts[part];
    std::vector<std::size_t> largest(named);
    std::iota(largest.begin(), largest.end(), std::size_t{0});
    std::ranges::stable_sort(largest, std::greater{}, [&](std::size_t part) { return counts[part]; });
    largest.resize(kept);
    std::ranges::sort(largest);   // in the order they had
    std::vector<std::uint32_t> newPlace(parts.parts.size(), static_cast<std::uint32_t>(kept));
    std::vector<FloorPart> all;
    for (const std::size_t part : largest) {
        newPlace[part] = static_cast<std::uint32_t>(all.size());
        all.push_back(std::move(parts.parts[part]));
    }
    all.push_back({{}, "others"});
    if (parts.endsWithNone) {
        newPlace.back() = static_cast<std::uint32_t>(all.size());
        all.push_back(std::move(parts.parts.back()));
    }
    parts.parts = std::move(all);
    for (std::uint32_t& part : parts.partOf)
        part = newPlace[part];
}

FloorParts partsBy(const FigureRows& rows, const ConversationColumns& columns, const FloorDimension& by,
                   std::span<const std::uint32_t> chosen)
{
    const FloorKeys keys(rows, columns, by, chosen);
    std::vector<std::int64_t> found(chosen.size());
    std::ranges::transform(chosen, found.begin(), [&](std::uint32_t place) { return keys.of(place); });
    const Filed filed = filedBy(found);
    const std::vector<ShownPart> shown = shownParts(keys, filed);
    FloorParts parts;
    std::unordered_map<std::int64_t, std::uint32_t> placeOf;
    for (const ShownPart& one : shown) {
        placeOf[one.key] = static_cast<std::uint32_t>(parts.parts.size());
        parts.parts.push_back(one.part);
    }
    parts.endsWithNone = !shown.empty() && shown.back().key == isMissing;
    parts.partOf.resize(chosen.size());
    for (std::size_t part = 0; part < filed.keys.size(); ++part)
        for (std::size_t at = filed.begins[part]; at < filed.begins[part + 1]; ++at)
            parts.partOf[filed.items[at]] = placeOf[filed.keys[part]];
    if (keys.mayBeMany())
        gatherSmallParts(parts, mostTexts);
    return parts;
}

}
