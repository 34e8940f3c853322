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
            return failure(context.error().message,
                           std::string("/").append(std::to_string(contexts.size())).append(context.error().place));
        contexts.push_back(std::move(*context));
    }
    return contexts;
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

Result<Values> readContext(std::string_view text, const Rulebook& rulebook, const JsonBounds& bounds)
{
    const auto tree = parseJson(text, bounds);
    if (!tree)
        return failure(inWords(tree.error()), tree.error().place);
    return readContext(*tree, rulebook);
}

bool isListOfContexts(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(blanks);
    return first != std::string_view::npos && text[first] == '[';
}

Result<void> readContextLines(std::string_view text, const std::function<Result<void>(std::string_view line)>& read)
{
    for (std::size_t number = 1, from = 0; from < text.size(); ++number) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::string_view line = text.substr(from, end - from);
        from = end + 1;
        if (line.find_first_not_of(blanks) == std::string_view::npos)
            continue;
        if (const auto outcome = read(line); !outcome) {
            const std::string& place = outcome.error().place;
            return failure(outcome.error().message,
                           "line " + std::to_string(number) + (place.empty() ? "" : ", " + place));
        }
    }
    return {};
}

Result<std::vector<Values>> readContexts(std::string_view text, const Rulebook& rulebook)
{
    if (isListOfContexts(text))
        return readArray(text, rulebook);
    std::vector<Values> contexts;
    const auto outcome = readContextLines(text, [&](std::string_view line) -> Result<void> {
        auto context = readContext(line, rulebook);
        if (!context)
            return tl::unexpected(context.error());
        contexts.push_back(std::move(*context));
        return {};
    });
    if (!outcome)
        return tl::unexpected(outcome.error());
    return contexts;
}

Instant momentOf(Values& context, const Rulebook& rulebook, Instant present)
{
    if (typeOfAttribute("now", rulebook) == ValueType::Time)
        context.emplace("now", present);
    const auto now = context.find("now");
    const auto* const own = now == context.end() ? nullptr : std::get_if<Instant>(&now->second);
    return own ? *own : present;
}

}
