#include "app/channels/json_lines_parser.h"

#include "model/domain/names.h"
#include "model/domain/utf8.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace signalbox {
namespace {

using nlohmann::json;

constexpr int deepestNesting = 8;

// Parses without ever going deep: a line of a million brackets is refused, not a full stack.
json parseShallow(std::string_view line)
{
    bool tooDeep = false;
    const auto watch = [&tooDeep](int depth, json::parse_event_t, json&) {
        tooDeep = tooDeep || depth > deepestNesting;
        return !tooDeep;
    };
    json object = json::parse(line, watch, /*allow_exceptions=*/false);
    return tooDeep ? json(json::value_t::discarded) : object;
}

Result<std::string> text(const json& object, const char* key, std::size_t longest)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string())
        return failure(std::string("\"") + key + "\" is missing or not a string.");
    const auto& value = found->get_ref<const std::string&>();
    if (value.size() > longest)
        return failure(std::string("\"") + key + "\" is longer than " + std::to_string(longest) + " bytes.");
    return value;
}

// An id may be written as a string or as a whole number.
Result<std::string> idText(const json& object, const char* key)
{
    const auto found = object.find(key);
    if (found != object.end() && found->is_number_integer())
        return std::to_string(found->get<std::int64_t>());
    auto value = text(object, key, longestId);
    if (value && value->empty())
        return failure(std::string("\"") + key + "\" is empty.");
    return value;
}

Result<Value> valueOf(const json& found, const std::string& attribute)
{
    if (found.is_boolean())
        return Value{found.get<bool>()};
    if (found.is_number() && std::isfinite(found.get<double>()))
        return Value{found.get<double>()};
    if (found.is_string() && found.get_ref<const std::string&>().size() <= longestImportedValue)
        return Value{found.get<std::string>()};
    if (found.is_array() && found.size() <= mostImportedAttributes) {
        std::vector<std::string> members;
        for (const json& member : found) {
            if (!member.is_string() || member.get_ref<const std::string&>().size() > longestImportedValue)
                return failure("The set \"" + attribute + "\" holds something other than a short string.");
            members.push_back(member.get<std::string>());
        }
        return Value{makeStringSet(std::move(members))};
    }
    return failure("The value of \"" + attribute
                   + "\" is not a short string, a number, a boolean or a set of strings.");
}

ContextChange known(std::string attribute, Value value)
{
    return {std::move(attribute), std::move(value), "import", std::nullopt};
}

}

JsonLinesParser::JsonLinesParser(std::string fileName) : m_fileName(std::move(fileName)) { }

Result<std::vector<TranscriptRecord>> JsonLinesParser::parse(std::string_view line, std::int64_t number)
{
    if (line.find_first_not_of(" \t") == std::string_view::npos)
        return std::vector<TranscriptRecord>{};
    const json object = parseShallow(line);
    if (!object.is_object())
        return failure("The line is not one JSON object.");
    if (object.contains("messages"))
        return wholeConversation(object, number);
    const auto conversation = idText(object, "conversation");
    if (!conversation)
        return tl::unexpected(conversation.error());
    const auto seen = m_messagesSeen.find(*conversation);
    auto record = message(object, *conversation, seen == m_messagesSeen.end() ? 1 : seen->second + 1);
    if (!record)
        return tl::unexpected(record.error());
    auto context = contextOf(object, *conversation);
    if (!context)
        return tl::unexpected(context.error());
    ++m_messagesSeen[*conversation];
    record->context = std::move(*context);
    record->place = m_fileName + ":" + std::to_string(number);
    return std::vector<TranscriptRecord>{std::move(*record)};
}

Result<std::vector<TranscriptRecord>> JsonLinesParser::wholeConversation(const json& object, std::int64_t number)
{
    const auto conversation = idText(object, "conversation");
    if (!conversation)
        return tl::unexpected(conversation.error());
    const json& messages = object["messages"];
    if (!messages.is_array())
        return failure("\"messages\" is not an array.");
    auto context = contextOf(object, *conversation);
    if (!context)
        return tl::unexpected(context.error());
    std::vector<TranscriptRecord> records;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const std::string place = "/messages/" + std::to_string(i);
        if (!messages[i].is_object())
            return failure(place + " is not a JSON object.");
        auto record = message(messages[i], *conversation, std::int64_t(i) + 1);
        if (!record)
            return failure(place + ": " + record.error().message);
        record->place = m_fileName + ":" + std::to_string(number) + place;
        if (record->visitorName.empty() && object.contains("name") && object["name"].is_string())
            record->visitorName = cutUtf8(object["name"].get_ref<const std::string&>(), longestId);
        records.push_back(std::move(*record));
    }
    if (!records.empty())
        records.front().context = std::move(*context);
    return records;
}

Result<TranscriptRecord> JsonLinesParser::message(const json& object, const std::string& conversation,
                                                  std::int64_t ordinal)
{
    TranscriptRecord record;
    record.conversation = conversation;
    record.turn = std::to_string(ordinal);
    if (object.contains("turn")) {
        const auto turn = idText(object, "turn");
        if (!turn)
            return tl::unexpected(turn.error());
        record.turn = *turn;
    }
    const auto author
        = object.contains("author") ? text(object, "author", longestAttribute) : Result<std::string>("visitor");
    const auto known = author ? fromName<Author>(*author) : std::nullopt;
    if (!known)
        return failure("\"author\" is none of visitor, agent, ai, system.");
    record.author = *known;
    auto said = text(object, "text", std::string::npos);
    if (!said)
        return tl::unexpected(said.error());
    record.text = std::move(*said);
    if (object.contains("at")) {
        const auto at = text(object, "at", longestAttribute);
        record.at = at ? fromIso8601(*at) : std::nullopt;
        if (!record.at)
            return failure("\"at\" is not a time as RFC 3339 writes it, such as \"2026-06-09T08:43:16Z\".");
    }
    if (object.contains("name") && record.author == Author::Visitor) {
        const auto name = text(object, "name", longestId);
        if (!name)
            return tl::unexpected(name.error());
        record.visitorName = *name;
    }
    return record;
}

Result<std::vector<ContextChange>> JsonLinesParser::contextOf(const json& object, const std::string& conversation)
{
    std::vector<ContextChange> changes;
    if (!m_messagesSeen.contains(conversation))
        changes.push_back(known("import.file", m_fileName));
    if (const auto outcome = object.find("outcome"); outcome != object.end()) {
        const auto value = text(object, "outcome", longestImportedValue);
        if (!value)
            return tl::unexpected(value.error());
        changes.push_back(known("import.outcome", *value));
    }
    const auto found = object.find("context");
    if (found == object.end())
        return changes;
    if (!found->is_object() || found->size() > mostImportedAttributes)
        return failure("\"context\" is not an object of at most 50 attributes.");
    for (const auto& [attribute, value] : found->items()) {
        if (!isImportedName(attribute))
            return failure("\"" + attribute.substr(0, longestAttribute)
                           + "\" is not the name of an attribute, such as page.path.");
        auto read = valueOf(value, attribute);
        if (!read)
            return tl::unexpected(read.error());
        changes.push_back(known(attribute, std::move(*read)));
    }
    return changes;
}

}
