#include "app/channels/table_mapping.h"

#include "app/channels/imported_names.h"
#include "app/channels/table_cells.h"
#include "app/channels/transcript_record.h"
#include "model/domain/names.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <initializer_list>

namespace signalbox {
namespace {

using nlohmann::json;

// Reads what can be read and keeps the first fault; after one the result is not used.
class MappingReader {
public:
    Result<TableMapping> read(const json& document)
    {
        onlyKeys(document, "",
                 {"mapping", "name", "separator", "rows", "id", "opened", "closed", "visitor", "text", "attributes",
                  "outcome", "truth"});
        if (!document.is_object() || document.value("mapping", json()) != 1)
            fault("/mapping", "A mapping begins with \"mapping\": 1.");
        readTable(document);
        readTimes(document);
        m_mapping.visitor = readTemplate(document, "visitor");
        m_mapping.text = readTemplate(document, "text");
        if (m_mapping.text.parts.empty())
            fault("/text",
                  "Write the visitor's message, such as \"Incident {{number}}\": a conversation begins with one.");
        m_mapping.attributes = readCells(document, "attributes", isImportedName,
                                         "is not the name of an attribute, such as custom.impact. Names below "
                                         "conversation, message, queue and truth are not for attributes.");
        m_mapping.truth = readCells(
            document, "truth", [](std::string_view name) { return isDottedName(name) && name.starts_with("truth."); },
            "is not the name of a truth: begin it with \"truth.\".");
        readOutcome(document);
        if (!m_mapping.closed && (m_mapping.outcome || !m_mapping.truth.empty()))
            fault("/closed", "An outcome and truths belong to what is over: say when with \"closed\".");
        return m_fault ? Result<TableMapping>(tl::unexpected(*m_fault)) : m_mapping;
    }

private:
    void fault(const std::string& place, std::string message)
    {
        if (!m_fault)
            m_fault = Error{std::move(message), place};
    }

    void onlyKeys(const json& object, const std::string& place, std::initializer_list<std::string_view> keys)
    {
        if (!object.is_object())
            return fault(place, "This is not a JSON object.");
        for (const auto& [key, value] : object.items())
            if (std::ranges::find(keys, key) == keys.end()) {
                std::string known;
                for (const std::string_view name : keys)
                    known += (known.empty() ? "" : ", ") + std::string(name);
                fault(place + "/" + key, "There is no such key here. Keys are " + known + ".");
            }
    }

    // Empty when the key is not there.
    std::string textAt(const json& object, const std::string& place, const char* key)
    {
        if (!object.is_object() || !object.contains(key))
            return {};
        const json& found = object[key];
        if (!found.is_string() || found.get_ref<const std::string&>().empty())
            fault(place + "/" + key, "This is not a text, or an empty one.");
        return found.is_string() ? found.get<std::string>() : std::string();
    }

    std::string column(const json& object, const std::string& place, const char* key = "column")
    {
        std::string name = textAt(object, place, key);
        if (name.empty())
            fault(place + "/" + key, "Name a column of the table.");
        return name;
    }

    std::vector<std::string> texts(const json& object, const std::string& place, const char* key)
    {
        std::vector<std::string> found;
        const bool isArray = object.is_object() && object.contains(key) && object[key].is_array();
        for (const json& entry : isArray ? object[key] : json::array())
            if (entry.is_string())
                found.push_back(entry.get<std::string>());
        if (!isArray || found.empty() || found.size() != object[key].size())
            fault(place + "/" + key, "Give an array of at least one text.");
        return found;
    }

    void readTable(const json& document)
    {
        m_mapping.name = textAt(document, "", "name");
        const bool plain
            = m_mapping.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
        if (m_mapping.name.empty() || !plain || m_mapping.name.size() > longestAttribute
            || transcriptFormatNamed(m_mapping.name))
            fault("/name",
                  "Name the table in small letters, such as online_shoppers: its conversations are named by it. "
                  "multidogo and transcript are taken.");
        const std::string separator = textAt(document, "", "separator");
        if (separator == "tab")
            m_mapping.separator = '\t';
        else if (separator == "," || separator == ";" || separator == "|")
            m_mapping.separator = separator.front();
        else
            fault("/separator", "The separator is one of \",\", \";\", \"|\" and \"tab\".");
        const std::string rows = textAt(document, "", "rows");
        if (!rows.empty() && rows != "one" && rows != "many")
            fault("/rows", "A conversation has \"one\" row or \"many\".");
        m_mapping.manyRows = rows == "many";
        m_mapping.idColumn = textAt(document, "", "id");
        if (m_mapping.manyRows && m_mapping.idColumn.empty())
            fault("/id", "Name the column that says which rows belong together.");
    }

    TimeColumn readTime(const json& object, const std::string& place)
    {
        return {column(object, place), readFormat(object, place)};
    }

    std::string readFormat(const json& object, const std::string& place)
    {
        std::string format = textAt(object, place, "format");
        const auto has = [&](const char* letter) { return format.find(letter) != std::string::npos; };
        if (format != "iso" && !(has("%Y") && has("%d") && (has("%m") || has("%b") || has("%B"))))
            fault(place + "/format",
                  "Write how the times are written, with year, month and day, such as \"%Y-%m-%d %H:%M\", or \"iso\".");
        return format;
    }

    void readTimes(const json& document)
    {
        const json opened = document.is_object() ? document.value("opened", json()) : json();
        if (opened.is_object() && opened.contains("month")) {
            onlyKeys(opened, "/opened", {"month", "year"});
            const json year = opened.value("year", json());
            const bool isYear = year.is_number_integer() && year >= 1970 && year <= 9999;
            if (!isYear)
                fault("/opened/year", "Say which year the months are of, such as 2025.");
            if (m_mapping.manyRows)
                fault("/opened/month", "Months are for tables with one row a conversation.");
            m_mapping.opened = MonthColumn{column(opened, "/opened", "month"), isYear ? year.get<int>() : 1970};
        } else {
            onlyKeys(opened, "/opened", {"column", "format"});
            m_mapping.opened = readTime(opened, "/opened");
        }
        if (document.is_object() && document.contains("closed"))
            m_mapping.closed = readClosed(document["closed"]);
    }

    ClosedMapping readClosed(const json& object)
    {
        ClosedMapping closed;
        onlyKeys(object, "/closed", {"column", "format", "seconds_after_opening", "when"});
        if (!object.is_object())
            return closed;
        if (object.contains("seconds_after_opening")) {
            closed.secondsAfterOpening = texts(object, "/closed", "seconds_after_opening");
            if (object.contains("column"))
                fault("/closed/column", "Say either a column with times or \"seconds_after_opening\".");
        } else {
            closed.at = readTime(object, "/closed");
        }
        if (object.contains("when")) {
            onlyKeys(object["when"], "/closed/when", {"column", "is"});
            closed.onlyWhen = column(object["when"], "/closed/when");
            closed.onlyWhenIs = texts(object["when"], "/closed/when", "is");
        }
        return closed;
    }

    TextTemplate readTemplate(const json& document, const char* key)
    {
        TextTemplate result;
        const std::string whole = textAt(document, "", key);
        for (std::string_view rest = whole; !rest.empty();) {
            const auto open = rest.find("{{");
            const auto close = open == std::string_view::npos ? open : rest.find("}}", open);
            if (open != std::string_view::npos && (close == std::string_view::npos || close == open + 2)) {
                fault(std::string("/") + key, "\"{{\" begins the name of a column, which ends with \"}}\".");
                break;
            }
            const bool last = open == std::string_view::npos;
            result.parts.push_back(
                {std::string(rest.substr(0, open)), last ? "" : std::string(rest.substr(open + 2, close - open - 2))});
            rest = last ? std::string_view() : rest.substr(close + 2);
        }
        return result;
    }

    template <class IsName>
    std::map<std::string, CellMapping> readCells(const json& document, const char* key, IsName isName,
                                                 const std::string& otherwise)
    {
        std::map<std::string, CellMapping> cells;
        if (!document.is_object() || !document.contains(key))
            return cells;
        const std::string place = std::string("/") + key;
        const json& object = document[key];
        if (!object.is_object() || object.size() > mostImportedAttributes)
            fault(place, "This is not an object of at most " + std::to_string(mostImportedAttributes) + " names.");
        for (const auto& [name, cell] : object.items()) {
            if (!isName(name))
                fault(place + "/" + name, "\"" + name + "\" " + otherwise);
            cells.emplace(name, readCell(cell, place + "/" + name));
        }
        return cells;
    }

    CellMapping readCell(const json& object, const std::string& place)
    {
        CellMapping cell;
        if (object.is_string()) {
            cell.column = object.get<std::string>();
            return cell;
        }
        onlyKeys(object, place, {"column", "type", "values", "format", "between"});
        cell.column = column(object, place);
        if (const std::string type = textAt(object, place, "type"); !type.empty()) {
            const auto known = fromName<ValueType>(type);
            if (!known)
                fault(place + "/type", "The type is one of string, number, boolean, set and time.");
            cell.type = known.value_or(ValueType::String);
        }
        if (cell.type == ValueType::Time)
            cell.format = readFormat(object, place);
        if (const std::string between = textAt(object, place, "between"); !between.empty())
            cell.between = between;
        readValues(object, place, cell);
        return cell;
    }

    void readValues(const json& object, const std::string& place, CellMapping& cell)
    {
        if (!object.is_object() || !object.contains("values"))
            return;
        const json& values = object["values"];
        if (!values.is_object() || values.empty())
            return fault(place + "/values", "Give an object: what stands in the table, and what it means.");
        std::map<std::string, std::string, std::less<>> read;
        for (const auto& [from, to] : values.items()) {
            const std::string text = to.is_string() ? to.get<std::string>() : to.dump();
            const bool fits = to.is_string() || to.is_number() || to.is_boolean();
            if (const auto value = valueInCell(text, cell); !fits || !value || !*value)
                fault(place + "/values/" + from, "This is not a value of type " + std::string(nameOf(cell.type)) + ".");
            read.emplace(from, text);
        }
        cell.values = std::move(read);
    }

    void readOutcome(const json& document)
    {
        if (!document.is_object() || !document.contains("outcome"))
            return;
        const json& object = document["outcome"];
        onlyKeys(object, "/outcome", {"column", "values", "value"});
        OutcomeMapping outcome;
        outcome.word.column = column(object, "/outcome");
        readValues(object, "/outcome", outcome.word);
        outcome.valueColumn = textAt(object, "/outcome", "value");
        m_mapping.outcome = std::move(outcome);
    }

    TableMapping m_mapping;
    std::optional<Error> m_fault;
};

}

Result<TableMapping> readTableMapping(std::string_view text)
{
    const json document = json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (document.is_discarded())
        return failure("The mapping is not valid JSON.");
    return MappingReader().read(document);
}

Result<TableMapping> readTableMappingFile(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file))
        return failure("The mapping cannot be read.", file.string());
    const std::string text((std::istreambuf_iterator<char>(stream)), {});
    auto mapping = readTableMapping(text);
    if (!mapping)
        mapping.error().place = file.string() + (mapping.error().place.empty() ? "" : ": " + mapping.error().place);
    return mapping;
}

}
