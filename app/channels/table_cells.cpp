#include "app/channels/table_cells.h"

#include "app/channels/imported_names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <ctime>
#include <iomanip>
#include <locale>
#include <sstream>

namespace signalbox {
namespace {

std::string inLowerCase(std::string_view text)
{
    std::string lower(text);
    for (char& letter : lower)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return lower;
}

std::optional<bool> truthInCell(std::string_view cell)
{
    const std::string word = inLowerCase(cell);
    if (word == "true" || word == "yes" || word == "1")
        return true;
    if (word == "false" || word == "no" || word == "0")
        return false;
    return std::nullopt;
}

// Reads the field that begins at `start`, in quotes, and leaves `start` behind it.
std::optional<std::string> quotedField(std::string_view line, std::size_t& start, char separator)
{
    std::string field;
    for (std::size_t i = start + 1; i < line.size(); ++i) {
        if (line[i] != '"') {
            field += line[i];
        } else if (i + 1 < line.size() && line[i + 1] == '"') {
            field += line[i++];
        } else {
            start = i + 1;
            const bool ends = start == line.size() || line[start] == separator;
            return ends ? std::optional(std::move(field)) : std::nullopt;
        }
    }
    return std::nullopt;
}

// `text` after its translation.
std::optional<Value> valueOfType(std::string_view text, const CellMapping& mapping)
{
    switch (mapping.type) {
    case ValueType::Number:
        if (const auto number = numberInCell(text))
            return Value{*number};
        return std::nullopt;
    case ValueType::Boolean:
        if (const auto truth = truthInCell(text))
            return Value{*truth};
        return std::nullopt;
    case ValueType::Time:
        if (const auto time = timeInCell(text, mapping.format))
            return Value{*time};
        return std::nullopt;
    case ValueType::String:
    case ValueType::Set:
        break;
    }
    return text.size() <= longestImportedValue ? std::optional<Value>(std::string(text)) : std::nullopt;
}

std::string expected(const CellMapping& mapping)
{
    switch (mapping.type) {
    case ValueType::Number:
        return "no number, such as 12.5";
    case ValueType::Boolean:
        return "none of true, false, yes, no, 1, 0";
    case ValueType::Time:
        return "no time as \"" + mapping.format + "\" writes it";
    case ValueType::String:
    case ValueType::Set:
        break;
    }
    return "a text of more than " + std::to_string(longestImportedValue) + " bytes";
}

Result<Value> translated(std::string_view cell, const CellMapping& mapping)
{
    if (!mapping.values.empty()) {
        const auto known = mapping.values.find(cell);
        if (known == mapping.values.end())
            return failure("Column \"" + mapping.column
                           + "\" holds a value that the mapping does not have. Add it to \"values\".");
        cell = known->second;
    }
    if (auto value = valueOfType(cell, mapping))
        return std::move(*value);
    return failure("Column \"" + mapping.column + "\" holds " + expected(mapping) + ".");
}

Result<std::optional<Value>> setInCell(std::string_view cell, const CellMapping& mapping)
{
    std::vector<std::string> members;
    for (std::size_t start = 0; start <= cell.size();) {
        const std::size_t end = std::min(cell.find(mapping.between, start), cell.size());
        if (end > start) {
            auto member = translated(cell.substr(start, end - start), mapping);
            if (!member)
                return tl::unexpected(member.error());
            members.push_back(std::get<std::string>(*member));
        }
        start = end + mapping.between.size();
    }
    if (members.size() > mostImportedAttributes)
        return failure("Column \"" + mapping.column + "\" holds a set of more than "
                       + std::to_string(mostImportedAttributes) + " members.");
    return Value{makeStringSet(std::move(members))};
}

}

Result<std::vector<std::string>> splitTableLine(std::string_view line, char separator)
{
    std::vector<std::string> fields;
    for (std::size_t start = 0; start <= line.size(); ++start) {
        if (start < line.size() && line[start] == '"') {
            auto field = quotedField(line, start, separator);
            if (!field)
                return failure("A quoted field does not end on its line, or something stands behind its quote.");
            fields.push_back(std::move(*field));
        } else {
            const std::size_t end = std::min(line.find(separator, start), line.size());
            fields.emplace_back(line.substr(start, end - start));
            start = end;
        }
    }
    return fields;
}

std::optional<Instant> timeInCell(std::string_view cell, const std::string& format)
{
    if (format == "iso")
        return fromIso8601(cell);
    std::tm read{};
    std::istringstream stream{std::string(cell)};
    stream.imbue(std::locale::classic());   // names of months are English, whatever the machine speaks
    stream >> std::get_time(&read, format.c_str());
    if (!stream || stream.peek() != std::char_traits<char>::eof())
        return std::nullopt;
    const std::chrono::year_month_day day{std::chrono::year(read.tm_year + 1900),
                                          std::chrono::month(unsigned(read.tm_mon) + 1),
                                          std::chrono::day(unsigned(read.tm_mday))};
    if (!day.ok())
        return std::nullopt;
    return std::chrono::sys_days(day) + std::chrono::hours(read.tm_hour) + std::chrono::minutes(read.tm_min)
        + seconds(read.tm_sec);
}

std::optional<int> monthInCell(std::string_view cell)
{
    static constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
    if (const auto number = numberInCell(cell))
        return *number >= 1 && *number <= 12 && std::floor(*number) == *number ? std::optional(int(*number))
                                                                               : std::nullopt;
    const std::string word = inLowerCase(cell);
    const auto named = std::ranges::find_if(names, [&](std::string_view name) { return name.starts_with(word); });
    if (word.size() < 3 || named == names.end())
        return std::nullopt;
    return int(named - names.begin()) + 1;
}

std::optional<double> numberInCell(std::string_view cell)
{
    double number = 0;
    const char* const end = cell.data() + cell.size();
    const auto [stop, error] = std::from_chars(cell.data(), end, number);
    if (error != std::errc() || stop != end || !std::isfinite(number))
        return std::nullopt;
    return number;
}

Result<std::optional<Value>> valueInCell(std::string_view cell, const CellMapping& mapping)
{
    if (cell.empty())
        return std::nullopt;
    if (mapping.type == ValueType::Set)
        return setInCell(cell, mapping);
    auto value = translated(cell, mapping);
    if (!value)
        return tl::unexpected(value.error());
    return std::move(*value);
}

}
