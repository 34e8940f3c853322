#pragma once

#include <cstddef>
#include <string_view>

namespace signalbox {

// Bounds of what files of conversations may say.
constexpr std::size_t longestId = 200;               // bytes of what names a conversation, a message or a visitor
constexpr std::size_t longestAttribute = 100;        // bytes of an attribute's name
constexpr std::size_t longestImportedValue = 2000;   // bytes of a text, or of a member of a set
constexpr std::size_t mostImportedAttributes = 50;   // of one line, and members of a set

// True for a dotted name in small letters, such as page.path.
bool isDottedName(std::string_view name);
// True when a file may set it: names below conversation, message and queue are the router's own, and what is below truth
// is known only when all is over.
bool isImportedName(std::string_view name);

}
