#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

// The words of a text in lower case, without punctuation: letters, digits and what lies between letters ("don't", "rendez-vous").
// Accents stay; upper case is folded for ASCII and the Latin letters of Western Europe. At most `most` words.
std::vector<std::string> wordsOf(std::string_view text, std::size_t most = 400);

// Whether the words of `phrase` follow each other somewhere in `words`.
bool hasPhrase(const std::vector<std::string>& words, const std::vector<std::string>& phrase);

}
