#include "routing/json/json_tree.h"

#include "routing/json/place.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <unordered_set>

namespace signalbox {
namespace {

constexpr std::size_t longestPicture = 60;

// Cuts at a character, never inside one.
std::string shortened(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return std::string(text);
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    return std::string(text.substr(0, bytes)) + "…";
}

nlohmann::ordered_json toLibrary(const JsonTree& tree)
{
    constexpr double largestWhole = 9007199254740992.0;   // 2^53: beyond it doubles skip whole numbers
    switch (tree.kind) {
    case JsonTree::Kind::Null:
        return nullptr;
    case JsonTree::Kind::Boolean:
        return tree.boolean;
    case JsonTree::Kind::String:
        return tree.text;
    case JsonTree::Kind::Number:
        if (std::trunc(tree.number) == tree.number && std::abs(tree.number) <= largestWhole)
            return static_cast<std::int64_t>(tree.number);
        return tree.number;
    case JsonTree::Kind::Array:
        break;
    case JsonTree::Kind::Object: {
        auto object = nlohmann::ordered_json::object();
        for (std::size_t i = 0; i < tree.items.size(); ++i)
            object[tree.keys[i]] = toLibrary(tree.items[i]);
        return object;
    }
    }
    auto array = nlohmann::ordered_json::array();
    for (const JsonTree& item : tree.items)
        array.push_back(toLibrary(item));
    return array;
}

// Builds the tree while the library reads, and stops it at the first fault. Depth is bounded here, before anything
// that walks the tree recursively can see it.
class Builder : public nlohmann::json_sax<nlohmann::json> {
public:
    Builder(std::size_t size, const JsonBounds& bounds) : m_size(size), m_bounds(bounds) { }

    JsonTree root;
    JsonFault fault;

    bool null() override { return put({}); }
    bool boolean(bool value) override { return put(JsonTree::ofBoolean(value)); }
    bool number_integer(number_integer_t value) override { return put(JsonTree::ofNumber(static_cast<double>(value))); }
    bool number_unsigned(number_unsigned_t value) override
    {
        return put(JsonTree::ofNumber(static_cast<double>(value)));
    }
    bool number_float(number_float_t value, const string_t& text) override
    {
        if (std::isfinite(value))
            return put(JsonTree::ofNumber(value));
        return stop(text, "a finite number");
    }
    bool string(string_t& value) override { return put(JsonTree::ofText(value)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(JsonTree::object()); }
    bool start_array(std::size_t) override { return open(JsonTree::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override
    {
        if (!m_seen.back().insert(name).second)
            return stop("the key \"" + shortened(name, longestPicture) + "\" twice", "each key once");
        m_open.back()->keys.push_back(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string& token, const nlohmann::json::exception& error) override
    {
        const std::string where = " at byte " + std::to_string(position);
        if (error.id == 406)
            return stop(token + where, "a finite number");
        if (std::string_view(error.what()).find("UTF-8") != std::string_view::npos)
            return stop("bytes that are not UTF-8" + where, "text in UTF-8");
        return stop((position >= m_size ? "the end of the text" : shortened(token, longestPicture)) + where,
                    "valid JSON");
    }

private:
    bool stop(std::string found, std::string expected)
    {
        fault = {place(), std::move(found), std::move(expected)};
        return false;
    }

    std::string place() const
    {
        std::string pointer;
        for (const JsonTree* tree : m_open) {
            if (tree->kind == JsonTree::Kind::Array)
                pointer += "/" + std::to_string(tree == m_open.back() ? tree->items.size() : tree->items.size() - 1);
            else if (!tree->keys.empty())
                pointer += "/" + escapedForPointer(tree->keys.back());
        }
        return pointer;
    }

    JsonTree* append(JsonTree&& value)
    {
        if (m_open.empty()) {
            root = std::move(value);
            return &root;
        }
        m_open.back()->items.push_back(std::move(value));
        return &m_open.back()->items.back();
    }

    bool put(JsonTree&& value)
    {
        append(std::move(value));
        return true;
    }

    // Pointers into m_open stay valid: a container grows only while all that is open lies in its last item.
    bool open(JsonTree&& container)
    {
        if (m_open.size() == m_bounds.depth)
            return stop("more than " + std::to_string(m_bounds.depth) + " levels of nesting", "less nesting");
        m_open.push_back(append(std::move(container)));
        m_seen.emplace_back();
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        m_seen.pop_back();
        return true;
    }

    std::size_t m_size;   // of the text, in bytes
    const JsonBounds& m_bounds;
    std::vector<JsonTree*> m_open;
    std::vector<std::unordered_set<std::string>> m_seen;
};

}

const JsonTree* JsonTree::find(std::string_view key) const
{
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (keys[i] == key)
            return &items[i];
    return nullptr;
}

JsonTree JsonTree::ofText(std::string_view text)
{
    JsonTree tree;
    tree.kind = Kind::String;
    tree.text = text;
    return tree;
}

JsonTree JsonTree::ofNumber(double number)
{
    JsonTree tree;
    tree.kind = Kind::Number;
    tree.number = number;
    return tree;
}

JsonTree JsonTree::ofBoolean(bool boolean)
{
    JsonTree tree;
    tree.kind = Kind::Boolean;
    tree.boolean = boolean;
    return tree;
}

JsonTree JsonTree::array()
{
    JsonTree tree;
    tree.kind = Kind::Array;
    return tree;
}

JsonTree JsonTree::object()
{
    JsonTree tree;
    tree.kind = Kind::Object;
    return tree;
}

JsonTree& JsonTree::set(std::string key, JsonTree value)
{
    keys.push_back(std::move(key));
    items.push_back(std::move(value));
    return *this;
}

JsonTree& JsonTree::add(JsonTree value)
{
    items.push_back(std::move(value));
    return *this;
}

tl::expected<JsonTree, JsonFault> parseJson(std::string_view text, const JsonBounds& bounds)
{
    if (text.size() > bounds.bytes)
        return tl::unexpected(
            JsonFault{{}, std::to_string(text.size()) + " bytes", "at most " + std::to_string(bounds.bytes)});
    Builder builder(text.size(), bounds);
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder))
        return tl::unexpected(std::move(builder.fault));
    // The library takes a zero byte for the end of the text, and would not look at what comes after it.
    if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos)
        return tl::unexpected(JsonFault{{}, "a zero byte at byte " + std::to_string(zero + 1), "valid JSON"});
    return std::move(builder.root);
}

std::string printJson(const JsonTree& tree, int indent)
{
    return toLibrary(tree).dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string pictureOf(const JsonTree* tree)
{
    if (!tree)
        return "nothing";
    switch (tree->kind) {
    case JsonTree::Kind::Null:
        return "null";
    case JsonTree::Kind::Boolean:
        return tree->boolean ? "true" : "false";
    case JsonTree::Kind::Number:
        return printJson(*tree, -1) + " (a number)";
    case JsonTree::Kind::String:
        return "\"" + shortened(tree->text, longestPicture) + "\" (a string)";
    case JsonTree::Kind::Array:
        return tree->items.empty() ? "an empty list" : "a list of " + std::to_string(tree->items.size());
    case JsonTree::Kind::Object:
        break;
    }
    return tree->keys.empty() ? "an empty object"
                              : "an object with \"" + shortened(tree->keys.front(), longestPicture) + "\"";
}

}
