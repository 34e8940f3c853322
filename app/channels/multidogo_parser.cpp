#include "app/channels/multidogo_parser.h"

#include "app/channels/transcript_parsers.h"

#include <algorithm>
#include <array>

namespace signalbox {
namespace {

constexpr std::size_t columns = 5;

std::vector<std::string_view> split(std::string_view line)
{
    std::vector<std::string_view> fields;
    for (std::size_t start = 0; start <= line.size();) {
        const std::size_t end = std::min(line.find('\t', start), line.size());
        fields.push_back(line.substr(start, end - start));
        start = end + 1;
    }
    return fields;
}

// Labels of turns that name no wish of the customer's.
bool isSmallTalk(std::string_view intent)
{
    static constexpr std::array<std::string_view, 7> labels{
        "contentonly", "confirmation", "rejection", "openinggreeting", "closinggreeting", "thankyou", "outofdomain"};
    return intent.empty() || std::find(labels.begin(), labels.end(), intent) != labels.end();
}

// Some writers of tab-separated files quote a field and double the quotes in it.
std::string unquoted(std::string_view field)
{
    if (field.size() < 2 || field.front() != '"' || field.back() != '"')
        return std::string(field);
    std::string text;
    for (std::size_t i = 1; i + 1 < field.size(); ++i) {
        text += field[i];
        if (field[i] == '"' && field[i + 1] == '"' && i + 2 < field.size())
            ++i;
    }
    return text;
}

ContextChange known(std::string attribute, std::string value)
{
    return {std::move(attribute), Value{std::move(value)}, "import", std::nullopt};
}

Result<void> checkFields(const std::vector<std::string_view>& fields)
{
    if (fields.size() != columns)
        return failure("The line has " + std::to_string(fields.size()) + " fields, 5 are expected.");
    if (fields[0].empty() || fields[0].size() > longestId)
        return failure("The conversation id is empty or longer than 200 bytes.");
    const std::string_view turn = fields[1];
    if (turn.empty() || turn.size() > 9 || turn.find_first_not_of("0123456789") != std::string_view::npos)
        return failure("The turn number is not a whole number.");
    return {};
}

}

MultidogoParser::MultidogoParser(std::string fileName)
    : m_fileName(std::move(fileName)), m_department(departmentOf(m_fileName))
{
}

Result<std::vector<TranscriptRecord>> MultidogoParser::parse(std::string_view line, std::int64_t number)
{
    if (number == 1 && line.starts_with("conversationId\t"))
        return std::vector<TranscriptRecord>{};
    const std::vector<std::string_view> fields = split(line);
    if (const auto checked = checkFields(fields); !checked)
        return tl::unexpected(checked.error());
    TranscriptRecord record;
    record.conversation = fields[0];
    record.turn = fields[1];
    record.text = unquoted(fields[2]);
    record.context = contextOf(fields[0], fields[4].substr(0, fields[4].find("<div>")));
    record.place = m_fileName + ":" + std::to_string(number);
    return std::vector<TranscriptRecord>{std::move(record)};
}

std::vector<ContextChange> MultidogoParser::contextOf(std::string_view conversation, std::string_view intent)
{
    std::vector<ContextChange> changes;
    if (conversation != m_conversation) {
        m_conversation = conversation;
        m_intent.clear();
        changes.push_back(known("import.file", m_fileName));
        changes.push_back(known("import.department", m_department));
    }
    if (!isSmallTalk(intent) && intent != m_intent) {
        m_intent = intent;
        changes.push_back(known("import.intent", m_intent));
    }
    return changes;
}

}
