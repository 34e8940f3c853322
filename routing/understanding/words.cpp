#include "routing/understanding/words.h"

#include <algorithm>

namespace signalbox {
namespace {

bool isAsciiLetterOrDigit(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// The typographic apostrophe U+2019.
constexpr std::string_view apostrophe = "\xE2\x80\x99";

// Bytes of a character that belongs to words: beyond ASCII all but the punctuation blocks U+0080..U+00BF, U+2000..U+206F.
std::size_t lengthOfLetter(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80)
        return isAsciiLetterOrDigit(lead) ? 1 : 0;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    const bool isPunctuation = lead == 0xC2 || text.substr(at, 2) == "\xE2\x80" || text.substr(at, 2) == "\xE2\x81";
    return isPunctuation || at + length > text.size() ? 0 : length;
}

void appendFolded(std::string& word, std::string_view letter)
{
    const std::size_t start = word.size();
    word += letter;
    const auto first = static_cast<unsigned char>(letter[0]);
    if (first >= 'A' && first <= 'Z')
        word[start] = static_cast<char>(first + 'a' - 'A');
    else if (first == 0xC3
             && letter.size() == 2) {   // U+00C0 to U+00DE: capitals of Western Europe, but for the times sign
        const auto second = static_cast<unsigned char>(letter[1]);
        if (second >= 0x80 && second <= 0x9E && second != 0x97)
            word[start + 1] = static_cast<char>(second + 0x20);
    }
}

// Length of what may stand inside a word between two letters: ' ’ -
std::size_t lengthOfJoint(std::string_view text, std::size_t at)
{
    if (text[at] == '\'' || text[at] == '-')
        return 1;
    return text.substr(at, apostrophe.size()) == apostrophe ? apostrophe.size() : 0;
}

}

std::vector<std::string> wordsOf(std::string_view text, std::size_t most)
{
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (!word.empty() && words.size() < most)
            words.push_back(std::move(word));
        word.clear();
    };
    for (std::size_t at = 0; at < text.size() && words.size() < most;) {
        if (const std::size_t letter = lengthOfLetter(text, at)) {
            appendFolded(word, text.substr(at, letter));
            at += letter;
            continue;
        }
        const std::size_t joint = word.empty() ? 0 : lengthOfJoint(text, at);
        if (joint > 0 && at + joint < text.size() && lengthOfLetter(text, at + joint) > 0) {
            word += text[at] == '-' ? '-' : '\'';
            at += joint;
        } else {
            finish();
            ++at;
        }
    }
    finish();
    return words;
}

bool hasPhrase(const std::vector<std::string>& words, const std::vector<std::string>& phrase)
{
    return !phrase.empty() && std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
}

}
