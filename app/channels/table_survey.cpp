#include "app/channels/table_survey.h"

#include "app/channels/line_reader.h"
#include "app/channels/stable_hash.h"
#include "app/channels/table_cells.h"

#include <algorithm>

namespace signalbox {
namespace {

void addTemplate(std::map<std::string, std::string>& columns, const TextTemplate& text, const std::string& place)
{
    for (const TextTemplate::Part& part : text.parts)
        columns.emplace(part.column, place);
}

// Every column that the mapping names, with the place that names it first.
std::map<std::string, std::string> columnsOf(const TableMapping& mapping)
{
    std::map<std::string, std::string> columns;
    columns.emplace(mapping.idColumn, "/id");
    if (const auto* time = std::get_if<TimeColumn>(&mapping.opened))
        columns.emplace(time->column, "/opened/column");
    else
        columns.emplace(std::get<MonthColumn>(mapping.opened).column, "/opened/month");
    if (mapping.closed) {
        if (mapping.closed->at)
            columns.emplace(mapping.closed->at->column, "/closed/column");
        for (const std::string& column : mapping.closed->secondsAfterOpening)
            columns.emplace(column, "/closed/seconds_after_opening");
        columns.emplace(mapping.closed->onlyWhen, "/closed/when/column");
    }
    addTemplate(columns, mapping.visitor, "/visitor");
    addTemplate(columns, mapping.text, "/text");
    for (const auto& [name, cell] : mapping.attributes)
        columns.emplace(cell.column, "/attributes/" + name);
    if (mapping.outcome) {
        columns.emplace(mapping.outcome->word.column, "/outcome/column");
        columns.emplace(mapping.outcome->valueColumn, "/outcome/value");
    }
    for (const auto& [name, cell] : mapping.truth)
        columns.emplace(cell.column, "/truth/" + name);
    columns.erase("");   // where none is named
    return columns;
}

// Where in the head the columns stand that the mapping names.
Result<std::map<std::string, std::size_t, std::less<>>> placesIn(const std::vector<std::string>& head,
                                                                 const TableMapping& mapping)
{
    std::map<std::string, std::size_t, std::less<>> places;
    for (const auto& [column, place] : columnsOf(mapping)) {
        const auto found = std::ranges::find(head, column);
        if (found == head.end()) {
            std::string all;
            for (const std::string& name : head)
                all += (all.empty() ? "" : ", ") + name;
            return failure("The table has no column \"" + column + "\", which " + place
                           + " of the mapping names. Its columns are " + all + ".");
        }
        places.emplace(column, std::size_t(found - head.begin()));
    }
    return places;
}

}

std::string_view TableSurvey::cell(const std::vector<std::string>& row, std::string_view column) const
{
    const auto place = places.find(column);
    return place == places.end() ? std::string_view() : std::string_view(row[place->second]);
}

Result<TableSurvey> surveyTable(const std::filesystem::path& file, const TableMapping& mapping)
{
    auto reader = LineReader::open(file);
    if (!reader)
        return tl::unexpected(reader.error());
    auto line = reader->next();
    if (!line)
        return tl::unexpected(line.error());
    const auto head = splitTableLine(*line ? (*line)->text : std::string(), mapping.separator);
    if (!head)
        return failure(head.error().message, file.string() + ":1");
    auto places = placesIn(*head, mapping);
    if (!places)
        return failure(places.error().message, file.string() + ":1");
    TableSurvey survey{std::move(*places), head->size(), stableHashOfNothing, {}};
    const auto* month = std::get_if<MonthColumn>(&mapping.opened);
    if (!month && !mapping.idColumn.empty())
        return survey;
    for (; line && *line; line = reader->next()) {
        survey.hash = stableHash("\n", stableHash((*line)->text, survey.hash));
        if (!month)
            continue;
        const auto row = splitTableLine((*line)->text, mapping.separator);
        if (row && row->size() == survey.width)
            if (const auto read = monthInCell(survey.cell(*row, month->column)))
                ++survey.rowsOfMonth[*read];
    }
    if (!line)
        return tl::unexpected(line.error());
    return survey;
}

}
