#include "routing/json/object_reader.h"

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

constexpr std::size_t mostIssues = 1000;
constexpr std::size_t longestId = 200;
constexpr std::size_t longestName = 500;
constexpr std::size_t longestText = 10'000;

bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::string inWords(double number) { return printJson(JsonTree::ofNumber(number), -1); }

std::string rangeInWords(std::string_view kind, double least, double most)
{
    return std::string(kind) + " from " + inWords(least) + " to " + inWords(most);
}

}

void Issues::add(const Place& place, std::string found, std::string expected)
{
    if (m_issues.size() < mostIssues)
        m_issues.push_back({place.pointer(), std::move(found), std::move(expected)});
}

void Issues::add(const Place& place, const JsonTree* found, std::string expected)
{
    add(place, pictureOf(found), std::move(expected));
}

ObjectReader::ObjectReader(const JsonTree& tree, const Place& place, Issues& issues, std::string_view what)
    : m_tree(tree), m_place(place), m_issues(issues), m_isObject(tree.kind == JsonTree::Kind::Object)
{
    if (!m_isObject)
        issues.add(place, &tree, "an object: " + std::string(what));
}

const JsonTree* ObjectReader::member(std::string_view key)
{
    m_known.insert(key);
    return m_tree.find(key);
}

const JsonTree* ObjectReader::required(std::string_view key, std::string_view expected)
{
    const JsonTree* const found = member(key);
    if (!found && m_isObject)
        m_issues.add(Place(m_place, key), nullptr, std::string(expected));
    return found;
}

std::string ObjectReader::boundedText(std::string_view key, const JsonTree* tree, std::size_t most, bool oneLine)
{
    if (!tree)
        return {};
    const Place place(m_place, key);
    if (tree->kind != JsonTree::Kind::String || tree->text.empty()) {
        m_issues.add(place, tree, "a string that is not empty");
        return {};
    }
    if (tree->text.size() > most) {
        m_issues.add(place, std::to_string(tree->text.size()) + " bytes", "at most " + std::to_string(most) + " bytes");
        return {};
    }
    const auto isForbidden = [oneLine](char c) { return isControl(c) && (oneLine || (c != '\n' && c != '\t')); };
    if (std::any_of(tree->text.begin(), tree->text.end(), isForbidden)) {
        m_issues.add(place, "a control character", oneLine ? "one line of plain text" : "plain text");
        return {};
    }
    return tree->text;
}

std::string ObjectReader::id(std::string_view key)
{
    return boundedText(key, required(key, "an id: a string that is not empty"), longestId, true);
}

std::string ObjectReader::optionalId(std::string_view key) { return boundedText(key, member(key), longestId, true); }

std::string ObjectReader::name(std::string_view key, std::string_view otherwise)
{
    const JsonTree* const found = member(key);
    return found ? boundedText(key, found, longestName, true) : std::string(otherwise);
}

std::string ObjectReader::text(std::string_view key)
{
    return boundedText(key, required(key, "a string that is not empty"), longestText, false);
}

std::string ObjectReader::optionalText(std::string_view key)
{
    return boundedText(key, member(key), longestText, false);
}

double ObjectReader::number(std::string_view key, double least, double most, std::optional<double> otherwise)
{
    const std::string expected = rangeInWords("a number", least, most);
    const JsonTree* const found = otherwise ? member(key) : required(key, expected);
    if (!found)
        return otherwise.value_or(least);
    if (found->kind == JsonTree::Kind::Number && found->number >= least && found->number <= most)
        return found->number;
    m_issues.add(Place(m_place, key), found, expected);
    return otherwise.value_or(least);
}

int ObjectReader::whole(std::string_view key, int least, int most, std::optional<int> otherwise)
{
    const std::string expected = rangeInWords("a whole number", least, most);
    const JsonTree* const found = otherwise ? member(key) : required(key, expected);
    if (!found)
        return otherwise.value_or(least);
    const bool fits = found->kind == JsonTree::Kind::Number && std::trunc(found->number) == found->number
        && found->number >= least && found->number <= most;
    if (fits)
        return static_cast<int>(found->number);
    m_issues.add(Place(m_place, key), found, expected);
    return otherwise.value_or(least);
}

bool ObjectReader::boolean(std::string_view key, bool otherwise)
{
    const JsonTree* const found = member(key);
    if (!found)
        return otherwise;
    if (found->kind == JsonTree::Kind::Boolean)
        return found->boolean;
    m_issues.add(Place(m_place, key), found, "true or false");
    return otherwise;
}

const JsonTree* ObjectReader::list(std::string_view key, bool isRequired)
{
    const JsonTree* const found = isRequired ? required(key, "a list") : member(key);
    if (!found || found->kind == JsonTree::Kind::Array)
        return found;
    m_issues.add(Place(m_place, key), found, "a list");
    return nullptr;
}

void ObjectReader::refuseOtherKeys()
{
    if (!m_isObject)
        return;
    std::string known;
    for (const std::string_view key : m_known)
        known += (known.empty() ? "" : ", ") + std::string(key);
    for (std::size_t i = 0; i < m_tree.keys.size(); ++i)
        if (!m_known.contains(m_tree.keys[i]))
            m_issues.add(Place(m_place, m_tree.keys[i]), "an unknown key", "one of " + known);
}

}
