#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signalbox::storage {

// The words of a question that say what it is about, in lower case, each once, in order; at most 64. Words are runs of
// ASCII letters and digits and of all other characters above ASCII, so that none can be read as FTS5 syntax. A question of
// nothing but stop words keeps them.
std::vector<std::string> contentWords(std::string_view question);

}
