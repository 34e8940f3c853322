#pragma once

#include "model/domain/result.h"
#include "model/domain/value.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace signalbox {

// A column with times, as strptime's letters write them, or "iso" for RFC 3339. Times without an offset are UTC.
struct TimeColumn {
    std::string column;
    std::string format;
};

// A column with months and nothing finer: the rows of a month stand evenly over it, in the order of the file.
struct MonthColumn {
    std::string column;
    int year = 0;
};

// What is read from one column.
struct CellMapping {
    std::string column;
    ValueType type = ValueType::String;
    std::map<std::string, std::string, std::less<>> values;   // cell -> what it stands for; none: as it is
    std::string format;                                       // of a time
    std::string between = ";";                                // members of a set
};

struct ClosedMapping {
    std::optional<TimeColumn> at;
    std::vector<std::string> secondsAfterOpening;   // columns, added up
    std::string onlyWhen;                           // a column; empty: always
    std::vector<std::string> onlyWhenIs;            // its cells that mean closed
};

struct OutcomeMapping {
    CellMapping word;
    std::string valueColumn;   // EUR; empty: none
};

// "Incident {{number}}" in parts: a text, and the column whose cell follows it.
struct TextTemplate {
    struct Part {
        std::string text;
        std::string column;   // empty: nothing follows
    };
    std::vector<Part> parts;
};

// How a table's rows become conversations: docs/import.md.
struct TableMapping {
    std::string name;   // begins the names of its conversations: "itsm_incidents:45"
    char separator = ',';
    bool manyRows = false;   // rows of one id stand together: the first says how it began, the last how it ended
    std::string idColumn;    // empty: a row is named by its file's content and its line
    std::variant<TimeColumn, MonthColumn> opened;
    std::optional<ClosedMapping> closed;
    TextTemplate visitor;
    TextTemplate text;
    std::map<std::string, CellMapping> attributes;
    std::optional<OutcomeMapping> outcome;
    std::map<std::string, CellMapping> truth;
};

// The error says what is wrong, and its place is the JSON pointer.
Result<TableMapping> readTableMapping(std::string_view json);
// The place begins with the file.
Result<TableMapping> readTableMappingFile(const std::filesystem::path& file);

}
