#include "app/channels/table_parser.h"

#include "app/channels/table_cells.h"
#include "model/domain/utf8.h"

#include <algorithm>
#include <charconv>

namespace signalbox {
namespace {

constexpr std::size_t longestCellTold = 40;   // bytes of a wrong cell, in the place of a refusal

std::string inHex(std::uint64_t number)
{
    char digits[16];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number, 16);
    return {digits, end};
}

// The moment of the `index`th of `count` rows that stand evenly over a month.
Instant withinMonth(int year, int month, std::int64_t index, std::int64_t count)
{
    const std::chrono::year_month begin = std::chrono::year(year) / month;
    const std::chrono::sys_days from(begin / 1);
    const seconds length = std::chrono::sys_days((begin + std::chrono::months(1)) / 1) - from;
    return from + length * index / count;
}

}

TableParser::TableParser(std::string fileName, const TableMapping& mapping, TableSurvey survey)
    : m_fileName(std::move(fileName)), m_mapping(mapping), m_survey(std::move(survey))
{
}

Result<std::vector<TranscriptRecord>> TableParser::parse(std::string_view line, std::int64_t number)
{
    if (number == 1 || line.empty())
        return std::vector<TranscriptRecord>{};
    if (line.find('\0') != std::string_view::npos)
        return failure("The line holds a NUL character.");
    auto cells = splitTableLine(line, m_mapping.separator);
    if (!cells)
        return tl::unexpected(cells.error());
    if (cells->size() != m_survey.width)
        return failure("The line has " + std::to_string(cells->size()) + " fields, the head has "
                       + std::to_string(m_survey.width) + ".");
    Row row{std::move(*cells), number};
    std::string id = idOf(row);
    if (id.empty() || id.size() > longestId)
        return failure("The id in \"" + m_mapping.idColumn + "\" is empty or longer than 200 bytes.");
    return add(std::move(id), std::move(row));
}

Result<std::vector<TranscriptRecord>> TableParser::finish()
{
    const auto group = std::exchange(m_group, std::nullopt);
    return group ? told(*group) : std::vector<TranscriptRecord>{};
}

Result<std::vector<TranscriptRecord>> TableParser::add(std::string id, Row row)
{
    if (m_group && m_group->id == id) {
        m_group->last = std::move(row);
        return std::vector<TranscriptRecord>{};
    }
    if (!m_ids.insert(id).second)
        return fault(row,
                     m_mapping.manyRows ? "The rows of this id do not stand together. Sort the table by \""
                             + m_mapping.idColumn + "\"."
                                        : "This id came before. Where a conversation has many rows, the mapping says "
                                          "\"rows\": \"many\".",
                     m_mapping.idColumn);
    Group group{std::move(id), row, row};
    if (!m_mapping.manyRows)
        return told(group);
    const auto before = std::exchange(m_group, std::move(group));
    return before ? told(*before) : std::vector<TranscriptRecord>{};
}

Result<std::vector<TranscriptRecord>> TableParser::told(const Group& group)
{
    auto result = record(group);
    if (!result)
        return tl::unexpected(result.error());
    return std::vector<TranscriptRecord>{std::move(*result)};
}

Result<TranscriptRecord> TableParser::record(const Group& group)
{
    const auto opened = openedAt(group.first);
    if (!opened)
        return tl::unexpected(opened.error());
    auto context = changes(group.first, m_mapping.attributes);
    if (!context)
        return tl::unexpected(context.error());
    auto end = ending(group.last, *opened);
    if (!end)
        return tl::unexpected(end.error());
    context->insert(context->begin(), {"import.file", Value{m_fileName}, "import", std::nullopt});
    TranscriptRecord record;
    record.conversation = group.id;
    record.turn = "1";
    record.visitorName = cutUtf8(filledIn(m_mapping.visitor, group.first), longestId);
    record.text = filledIn(m_mapping.text, group.first);
    record.at = *opened;
    record.context = std::move(*context);
    record.ending = std::move(*end);
    record.place = m_fileName + ":" + std::to_string(group.first.number);
    return record;
}

Result<Instant> TableParser::openedAt(const Row& row)
{
    if (const auto* months = std::get_if<MonthColumn>(&m_mapping.opened)) {
        const auto month = monthInCell(cell(row, months->column));
        if (!month)
            return fault(row, "Column \"" + months->column + "\" holds no month, such as Feb or 2.", months->column);
        return withinMonth(months->year, *month, m_seenOfMonth[*month]++, m_survey.rowsOfMonth[*month]);
    }
    const auto& time = std::get<TimeColumn>(m_mapping.opened);
    if (const auto at = timeInCell(cell(row, time.column), time.format))
        return *at;
    return fault(row, "Column \"" + time.column + "\" holds no time as \"" + time.format + "\" writes it.",
                 time.column);
}

// None while it is open.
Result<std::optional<Instant>> TableParser::closedAt(const Row& row, Instant opened) const
{
    const ClosedMapping& closed = *m_mapping.closed;
    if (!closed.onlyWhen.empty()
        && std::ranges::find(closed.onlyWhenIs, cell(row, closed.onlyWhen)) == closed.onlyWhenIs.end())
        return std::nullopt;
    if (closed.at) {
        const std::string_view text = cell(row, closed.at->column);
        const auto at = timeInCell(text, closed.at->format);
        if (!at && !text.empty())
            return fault(
                row, "Column \"" + closed.at->column + "\" holds no time as \"" + closed.at->format + "\" writes it.",
                closed.at->column);
        if (at && *at < opened)
            return fault(row, "It was closed before it was opened.", closed.at->column);
        return at;
    }
    constexpr double mostSeconds = 100.0 * 365 * 24 * 3600;
    double sum = 0;
    for (const std::string& column : closed.secondsAfterOpening) {
        const auto part = numberInCell(cell(row, column));
        if (!part || *part < 0 || *part > mostSeconds)
            return fault(row, "Column \"" + column + "\" holds no number of seconds, 0 or more.", column);
        sum += *part;
    }
    return opened + std::chrono::duration_cast<microseconds>(std::chrono::duration<double>(sum));
}

Result<std::optional<Ending>> TableParser::ending(const Row& row, Instant opened) const
{
    if (!m_mapping.closed)
        return std::nullopt;
    const auto at = closedAt(row, opened);
    if (!at)
        return tl::unexpected(at.error());
    if (!*at)
        return std::nullopt;
    auto truth = changes(row, m_mapping.truth);
    if (!truth)
        return tl::unexpected(truth.error());
    Ending ending{**at, {}, {}, std::move(*truth)};
    if (!m_mapping.outcome)
        return ending;
    const OutcomeMapping& outcome = *m_mapping.outcome;
    const auto word = valueInCell(cell(row, outcome.word.column), outcome.word);
    if (!word)
        return fault(row, word.error().message, outcome.word.column);
    if (*word)
        ending.outcome = std::get<std::string>(**word);
    const std::string_view value = cell(row, outcome.valueColumn);
    if (ending.outcome != "converted" || value.empty())
        return ending;
    ending.value = numberInCell(value);
    if (!ending.value || *ending.value < 0)
        return fault(row, "Column \"" + outcome.valueColumn + "\" holds no number, 0 or more.", outcome.valueColumn);
    return ending;
}

Result<std::vector<ContextChange>> TableParser::changes(const Row& row,
                                                        const std::map<std::string, CellMapping>& cells) const
{
    std::vector<ContextChange> known;
    for (const auto& [name, mapping] : cells) {
        auto value = valueInCell(cell(row, mapping.column), mapping);
        if (!value)
            return fault(row, value.error().message, mapping.column);
        if (*value)
            known.push_back({name, std::move(**value), "import", std::nullopt});
    }
    return known;
}

std::string TableParser::filledIn(const TextTemplate& text, const Row& row) const
{
    std::string result;
    for (const TextTemplate::Part& part : text.parts)
        result.append(part.text).append(cell(row, part.column));
    return result;
}

// Where rows have no id, the file's content and the line name them: a copy under another name says nothing new.
std::string TableParser::idOf(const Row& row) const
{
    return m_mapping.idColumn.empty() ? inHex(m_survey.hash) + "-" + std::to_string(row.number)
                                      : std::string(cell(row, m_mapping.idColumn));
}

// The sentence is the same for every row, so that refusals are counted by it; the cell stands with the place.
tl::unexpected<Error> TableParser::fault(const Row& row, std::string message, std::string_view column) const
{
    std::string place = m_fileName + ":" + std::to_string(row.number);
    if (!column.empty())
        place += " (\"" + std::string(cutUtf8(cell(row, column), longestCellTold)) + "\")";
    return failure(std::move(message), std::move(place));
}

}
