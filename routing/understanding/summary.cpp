#include "routing/understanding/summary.h"

#include "routing/understanding/asks_for_person.h"
#include "routing/understanding/small_talk.h"
#include "routing/understanding/words.h"

#include <algorithm>
#include <set>

namespace signalbox {
namespace {

constexpr std::size_t mostSentences = 200;
constexpr std::size_t mostBytes = 240;
constexpr std::string_view ellipsis = "…";

struct Sentence {
    std::string text;
    std::size_t place = 0;
    double weight = 0;
};

bool endsSentence(char c) { return c == '.' || c == '!' || c == '?' || c == '\n'; }

std::string trimmed(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    if (from == std::string_view::npos)
        return {};
    return std::string(text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1));
}

// Splits at . ! ? before a space, and at line ends: "v2.1" and "a.b@c.de" stay whole.
std::vector<std::string> sentencesOf(std::string_view text)
{
    std::vector<std::string> sentences;
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isLast = i + 1 == text.size();
        if (!isLast && !(endsSentence(text[i]) && (text[i] == '\n' || text[i + 1] == ' ' || text[i + 1] == '\n')))
            continue;
        if (auto sentence = trimmed(text.substr(from, i + 1 - from)); !sentence.empty())
            sentences.push_back(std::move(sentence));
        from = i + 1;
    }
    return sentences;
}

// Longer words, figures and questions carry more than the small ones everybody uses.
double weightOf(const std::string& sentence, const std::vector<std::string>& words)
{
    constexpr std::size_t shortWord = 3;
    double weight = sentence.find('?') != std::string::npos ? 2 : 0;
    for (const std::string& word : words) {
        const bool hasDigit = word.find_first_of("0123456789") != std::string::npos;
        weight += hasDigit ? 2 : word.size() > shortWord ? 1 : 0;
    }
    return weight;
}

std::vector<Sentence> sentencesWithContent(const std::vector<Message>& messages)
{
    std::vector<Sentence> found;
    std::set<std::vector<std::string>> said;
    for (const Message& message : messages) {
        if (message.author != Author::Visitor || message.internalNote)
            continue;
        for (std::string& sentence : sentencesOf(message.text)) {
            auto words = wordsOf(sentence);
            const bool saysNothing = words.empty() || smallTalk(sentence) != SmallTalk::None || asksForPerson(sentence);
            if (saysNothing || found.size() == mostSentences)
                continue;
            const double weight = weightOf(sentence, words);
            if (said.insert(std::move(words)).second)
                found.push_back({std::move(sentence), found.size(), weight});
        }
    }
    return found;
}

std::string cutAtWord(std::string text)
{
    if (text.size() <= mostBytes)
        return text;
    std::size_t end = mostBytes - std::min(mostBytes, ellipsis.size());
    if (const std::size_t space = text.rfind(' ', end); space != std::string::npos && space > end / 2)
        end = space;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end) + std::string(ellipsis);
}

}

std::string summary(const std::vector<Message>& messages)
{
    auto sentences = sentencesWithContent(messages);
    std::stable_sort(sentences.begin(), sentences.end(),
                     [](const Sentence& a, const Sentence& b) { return a.weight > b.weight; });
    std::vector<Sentence> chosen;
    std::size_t used = 0;
    for (const Sentence& sentence : sentences) {
        const std::size_t needed = sentence.text.size() + (chosen.empty() ? 0 : 1);
        if (!chosen.empty() && used + needed > mostBytes)
            continue;
        chosen.push_back(sentence);
        used += needed;
    }
    std::sort(chosen.begin(), chosen.end(), [](const Sentence& a, const Sentence& b) { return a.place < b.place; });
    std::string text;
    for (const Sentence& sentence : chosen)
        text += (text.empty() ? "" : " ") + sentence.text;
    std::replace(text.begin(), text.end(), '\n', ' ');
    return cutAtWord(std::move(text));
}

}
