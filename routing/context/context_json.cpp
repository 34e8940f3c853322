#include "routing/context/context_json.h"

#include "routing/json/place.h"
#include "routing/rulebook/known_attributes.h"
#include "routing/rulebook/read_condition.h"

#include <algorithm>

namespace signalbox {
namespace {

std::optional<Value> naturalValue(const JsonTree& tree)
{
    switch (tree.kind) {
    case JsonTree::Kind::Boolean:
        return tree.boolean;
    case JsonTree::Kind::Number:
        return tree.number;
    case JsonTree::Kind::String:
        return tree.text;
    default:
        break;
    }
    std::vector<std::string> members;
    for (const JsonTree& item : tree.items) {
        if (item.kind != JsonTree::Kind::String)
            return std::nullopt;
        members.push_back(item.text);
    }
    return makeStringSet(std::move(members));
}

// Collects the attributes of one object and those nested in it.
class ContextReader {
public:
    explicit ContextReader(const Rulebook& rulebook) : m_rulebook(rulebook) { }

    Result<void> read(const JsonTree& object, const std::string& prefix, const Place& place)
    {
        for (std::size_t i = 0; i < object.items.size(); ++i) {
            const std::string name = prefix + object.keys[i];
            const Place here(place, object.keys[i]);
            const JsonTree& item = object.items[i];
            const auto outcome
                = item.kind == JsonTree::Kind::Object ? read(item, name + ".", here) : readOne(item, name, here);
            if (!outcome)
                return outcome;
        }
        return {};
    }

    Values take() { return std::move(m_values); }

private:
    Result<void> readOne(const JsonTree& item, const std::string& name, const Place& place)
    {
        if (item.kind == JsonTree::Kind::Null)
            return {};
        auto value = naturalValue(item);
        if (!value)
            return failure("Found " + pictureOf(&item) + ", expected a list of strings only.", place.pointer());
        if (typeOfAttribute(name, m_rulebook) == ValueType::Time)
            if (const auto instant = instantOf(item))
                value = *instant;
        if (!m_values.emplace(name, std::move(*value)).second)
            return failure("The attribute " + name + " is given twice.", place.pointer());
        return {};
    }

    const Rulebook& m_rulebook;
    Values m_values;
};

constexpr std::string_view blanks = " \t\r\n";

std::string inWords(const JsonFault& fault) { return "Found " + fault.found + ", expected " + fault.expected + "."; }

Result<std::vector<Values>> readArray(std::string_view text, const Rulebook& rulebook)
{
    const auto array = parseJson(text, {text.size(), JsonBounds{}.depth});
    if (!array)
        return failure(inWords(array.error()), array.error().place);
    std::vector<Values> contexts;
    contexts.reserve(array->items.size());
    for (const JsonTree& item : array->items) {
        auto context = readContext(item, rulebook);
        if (!context)
            return failure(context.error().message, std::string("/").append(std::to_string(contexts.size())).append(context.error().place));
        contexts.push_back(std::move(*context));
    }
    return contexts;
}

Result<Values> readLine(std::string_view line, const Rulebook& rulebook)
{
    const auto tree = parseJson(line);
    if (!tree)
        return failure(inWords(tree.error()), tree.error().place);
    return readContext(*tree, rulebook);
}

}

Result<Values> readContext(const JsonTree& tree, const Rulebook& rulebook)
{
    if (tree.kind != JsonTree::Kind::Object)
        return failure("Found " + pictureOf(&tree) + ", expected an object of attributes and their values.");
    ContextReader reader(rulebook);
    if (const auto outcome = reader.read(tree, {}, Place()); !outcome)
        return tl::unexpected(outcome.error());
    return reader.take();
}

Result<std::vector<Values>> readContexts(std::string_view text, const Rulebook& rulebook)
{
    const std::size_t first = text.find_first_not_of(blanks);
    if (first != std::string_view::npos && text[first] == '[')
        return readArray(text, rulebook);
    std::vector<Values> contexts;
    for (std::size_t number = 1, from = 0; from < text.size(); ++number) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::string_view line = text.substr(from, end - from);
        from = end + 1;
        if (line.find_first_not_of(blanks) == std::string_view::npos)
            continue;
        auto context = readLine(line, rulebook);
        if (!context) {
            const std::string& place = context.error().place;
            return failure(context.error().message,
                           "line " + std::to_string(number) + (place.empty() ? "" : ", " + place));
        }
        contexts.push_back(std::move(*context));
    }
    return contexts;
}

}
