#include "app/commands/truth_condition.h"

#include "routing/rulebook/rulebook_json.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

const std::string placeOfCondition = "/tiers/0/when";   // in the rulebook that it is read by

std::string operatorFor(const QString& sign)
{
    static const std::map<QString, std::string> words{{u"="_s, "eq"},  {u"=="_s, "eq"}, {u"!="_s, "ne"}, {u"<"_s, "lt"},
                                                      {u"<="_s, "le"}, {u">"_s, "gt"},  {u">="_s, "ge"}};
    return words.at(sign);
}

// true, false and numbers are what they look like; in quotes anything is a string.
nlohmann::json valueIn(const QString& text)
{
    if (text == u"true"_s || text == u"false"_s)
        return text == u"true"_s;
    bool isNumber = false;
    if (const double number = text.toDouble(&isNumber); isNumber)
        return number;
    const bool quoted = text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"');
    return (quoted ? text.mid(1, text.size() - 2) : text).toStdString();
}

Result<nlohmann::json> comparisonIn(const QString& text)
{
    static const QRegularExpression form(uR"(^\s*([^\s=!<>]+)\s*(==|!=|<=|>=|=|<|>)\s*(\S.*?)\s*$)"_s);
    const auto found = form.match(text);
    if (!found.hasMatch())
        return failure("--true-when wants a comparison like 'truth.bought = true', or a condition in JSON.");
    return nlohmann::json{{"attr", found.captured(1).toStdString()},
                          {"op", operatorFor(found.captured(2))},
                          {"value", valueIn(found.captured(3))}};
}

Result<nlohmann::json> nodeIn(const QString& text)
{
    if (!text.trimmed().startsWith(u'{'))
        return comparisonIn(text);
    nlohmann::json node = nlohmann::json::parse(text.toStdString(), nullptr, false);
    if (node.is_discarded())
        return failure("The condition of --true-when is not valid JSON.");
    return node;
}

std::string wordsFor(RulebookIssue issue)
{
    if (issue.place.starts_with(placeOfCondition))
        issue.place.erase(0, placeOfCondition.size());
    if (issue.place.empty())
        issue.place = "/";
    return "--true-when: " + toText(issue) + ".";
}

}

Result<Condition> truthConditionIn(const QString& text)
{
    const auto node = nodeIn(text);
    if (!node)
        return tl::unexpected(node.error());
    // As the condition of a tier it is read, and refused, as every other one.
    const nlohmann::json document{
        {"rulebook", 1}, {"tiers", nlohmann::json::array({{{"id", "true"}, {"name", "true"}, {"when", *node}}})}};
    const auto rulebook = readRulebook(document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    if (!rulebook)
        return failure(wordsFor(rulebook.error().front()));
    return rulebook->tiers.front().when;
}

}
