#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace signalbox {

// A JSON document as it stands in the file: members in their order, numbers as doubles.
struct JsonTree {
    enum class Kind { Null, Boolean, Number, String, Array, Object };

    Kind kind = Kind::Null;
    bool boolean = false;
    double number = 0;
    std::string text;
    std::vector<JsonTree> items;     // of an array, or the values of an object
    std::vector<std::string> keys;   // of an object, one for each item

    const JsonTree* find(std::string_view key) const;   // none: not an object, or no such member

    // For writing.
    static JsonTree ofText(std::string_view text);
    static JsonTree ofNumber(double number);
    static JsonTree ofBoolean(bool boolean);
    static JsonTree array();
    static JsonTree object();
    JsonTree& set(std::string key, JsonTree value);   // appends a member; returns the object
    JsonTree& add(JsonTree value);                    // appends an item; returns the array
};

// What the bounds of a document are, and what is wrong with one that cannot be read at all.
struct JsonBounds {
    std::size_t bytes = 100u * 1024 * 1024;
    std::size_t depth = 64;   // arrays and objects inside each other
};
struct JsonFault {
    std::string place;   // JSON pointer, as far as reading came
    std::string found;
    std::string expected;
};

// Reads strict JSON: valid UTF-8, finite numbers, no key twice in one object, within the bounds.
tl::expected<JsonTree, JsonFault> parseJson(std::string_view text, const JsonBounds& bounds = {});

// With an indent of 2 formatted for people, with -1 in one line. Text that is not UTF-8 is repaired.
std::string printJson(const JsonTree& tree, int indent);

// A short picture of a value for messages: "\"many\" (a string)", "a list of 3", "nothing".
std::string pictureOf(const JsonTree* tree);

}
