#include "app/analysis/floor_columns.h"

#include "app/analysis/in_period.h"
#include "app/analysis/parallel.h"
#include "app/analysis/seen_values.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace signalbox {
namespace {

using Cell = PastLog::Cell;
constexpr std::uint32_t nowhere = 0xFFFFFFFF;

std::int64_t numberIn(const ConversationId& id)
{
    std::int64_t number = 0;
    std::from_chars(id.value.data(), id.value.data() + id.value.size(), number);
    return number;
}

// Calls `visit(place among the rows, conversation)` for the conversations of the log that there are rows of, on all cores:
// each place comes once. Both come by number, apart from a few.
template <class Visit>
void forEachPlace(const PastLog& log, const std::vector<ConversationFacts>& rows, Visit visit)
{
    const auto& all = log.conversations();
    const unsigned workers = coresToUse();
    runTogether(workers, [&](unsigned worker) {
        std::size_t place = 0;
        for (std::size_t i = all.size() * worker / workers; i < all.size() * (worker + 1) / workers; ++i) {
            const std::int64_t number = numberIn(all[i].id);
            if (place >= rows.size() || rows[place].number != number)
                place = static_cast<std::size_t>(std::ranges::lower_bound(rows, number, {}, &ConversationFacts::number)
                                                 - rows.begin());
            if (place < rows.size() && rows[place].number == number && all[i].last != PastLog::none)
                visit(place++, all[i]);
        }
    });
}

std::string wordsOf(const Value& value)
{
    constexpr std::size_t dayLetters = 10;   // 2026-06-09
    std::string words;
    for (const std::string& text : textsOf(value))
        words += (words.empty() ? "" : ", ") + text;
    return std::holds_alternative<Instant>(value) ? words.substr(0, dayLetters) : words;
}

// Each different value gets a code once, so that a million texts are not looked at.
ConversationColumn asTexts(const PastLog& log, const std::vector<const Cell*>& cells)
{
    struct Hash {
        std::size_t operator()(const std::pair<Cell::Kind, std::int64_t>& key) const
        {
            return std::hash<std::int64_t>()(key.second * 8 + static_cast<std::int64_t>(key.first));
        }
    };
    ConversationColumn column;
    std::unordered_map<std::pair<Cell::Kind, std::int64_t>, std::uint32_t, Hash> codes;
    std::unordered_map<std::string, std::uint32_t> codeOf;   // a number and a text may read the same
    column.codes.resize(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i])
            continue;
        const auto [known, isNew] = codes.try_emplace({cells[i]->kind, cells[i]->bits}, 0);
        if (isNew) {
            std::string words = wordsOf(log.valueOf(*cells[i]));
            const auto [same, isNewWord] = codeOf.try_emplace(words, static_cast<std::uint32_t>(column.names.size()));
            if (isNewWord)
                column.names.push_back(words.empty() ? "empty" : std::move(words));
            known->second = same->second;
        }
        column.codes[i] = known->second;
    }
    return column;
}

}

ConversationColumn attributeColumn(const PastLog& log, const std::string& attribute,
                                   const std::vector<ConversationFacts>& rows)
{
    const auto name = log.names().find(attribute);
    std::vector<const Cell*> cells(rows.size());
    if (name)
        forEachPlace(log, rows, [&](std::size_t place, const PastLog::Conversation& conversation) {
            cells[place] = cellAt(log, conversation, log.steps()[conversation.last], *name);
        });
    const bool some = std::ranges::any_of(cells, [](const Cell* cell) { return cell; });
    const bool numbers
        = std::ranges::all_of(cells, [](const Cell* cell) { return !cell || cell->kind == Cell::Kind::Number; });
    if (!some || !numbers)
        return asTexts(log, cells);
    ConversationColumn column;
    column.numbers.reserve(cells.size());
    for (const Cell* const cell : cells)
        column.numbers.push_back(cell ? std::get<double>(log.valueOf(*cell))
                                      : std::numeric_limits<double>::quiet_NaN());
    return column;
}

ConversationColumn policyColumn(const PastLog& log, const std::vector<ConversationFacts>& rows)
{
    std::vector<std::uint32_t> places(rows.size(), nowhere);
    forEachPlace(log, rows, [&](std::size_t place, const PastLog::Conversation& conversation) {
        places[place] = log.steps()[conversation.last].place;
    });
    ConversationColumn column;
    column.codes.resize(rows.size());
    std::unordered_map<std::uint32_t, std::uint32_t> codeOfPlace;
    std::unordered_map<std::string, std::uint32_t> codeOf;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] == nowhere)
            continue;
        const auto [known, isNew] = codeOfPlace.try_emplace(places[i], 0);
        const auto& policy = log.outcome(places[i]).policy;
        if (isNew && policy && !policy->empty()) {
            const auto [same, isNewPolicy]
                = codeOf.try_emplace(policy->value, static_cast<std::uint32_t>(column.names.size()));
            if (isNewPolicy)
                column.names.push_back(policy->value);
            known->second = same->second;
        }
        column.codes[i] = known->second;
    }
    return column;
}

std::vector<std::string> SeenAttributes::in(const PastLog& log)
{
    m_isAttribute.resize(log.names().size());
    for (; m_steps < log.steps().size(); ++m_steps) {
        const PastLog::Step& step = log.steps()[m_steps];
        const Cell* const cells = log.cellsOf(step);
        for (std::uint32_t i = 0; i < step.cells; ++i)
            if (cells[i].kind < Cell::Kind::Seen)
                m_isAttribute[cells[i].name] = true;
    }
    std::vector<std::string> names;
    for (std::uint32_t name = 0; name < m_isAttribute.size(); ++name)
        if (m_isAttribute[name])
            names.push_back(log.names().text(name));
    std::ranges::sort(names);
    return names;
}

}
