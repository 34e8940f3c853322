#pragma once

#include "app/channels/table_mapping.h"

#include <cstdint>

namespace signalbox {

// What must be known of a table before its first row can be told.
struct TableSurvey {
    std::map<std::string, std::size_t, std::less<>> places;   // of the columns that the mapping names
    std::size_t width = 0;                                    // fields of every row
    std::uint64_t hash = 0;                                   // of all its lines, where rows have no id
    std::map<int, std::int64_t> rowsOfMonth;                  // where the mapping has months

    std::string_view cell(const std::vector<std::string>& row, std::string_view column) const;
};

// Reads the head, and goes through the whole file where the mapping needs it: with months, or without ids. Errors: the
// file cannot be read, or a column is missing.
Result<TableSurvey> surveyTable(const std::filesystem::path& file, const TableMapping& mapping);

}
