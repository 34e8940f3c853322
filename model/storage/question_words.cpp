#include "model/storage/question_words.h"

#include <algorithm>
#include <array>

namespace signalbox::storage {
namespace {

constexpr std::size_t mostWords = 64;

// Sorted. English words that carry no subject; those of questions and politeness among them.
constexpr std::array<std::string_view, 134> stopWords{
    "a",      "about",  "actually",  "after", "again",  "all",      "also",  "am",    "an",      "and",
    "any",    "anyone", "anything",  "are",   "as",     "ask",      "at",    "be",    "because", "been",
    "before", "being",  "but",       "by",    "can",    "cannot",   "could", "d",     "did",     "do",
    "does",   "doing",  "don",       "for",   "from",   "get",      "give",  "go",    "good",    "had",
    "has",    "have",   "having",    "hello", "help",   "here",     "hey",   "hi",    "how",     "i",
    "if",     "in",     "into",      "is",    "it",     "its",      "just",  "know",  "let",     "like",
    "ll",     "look",   "m",         "make",  "may",    "me",       "might", "mine",  "more",    "most",
    "must",   "my",     "need",      "no",    "not",    "now",      "of",    "off",   "on",      "one",
    "only",   "or",     "our",       "out",   "please", "possible", "re",    "s",     "same",    "should",
    "so",     "some",   "something", "such",  "t",      "tell",     "than",  "thank", "thanks",  "that",
    "the",    "their",  "them",      "then",  "there",  "these",    "they",  "thing", "this",    "those",
    "to",     "too",    "us",        "use",   "using",  "ve",       "very",  "want",  "was",     "way",
    "we",     "were",   "what",      "when",  "where",  "whether",  "which", "who",   "why",     "will",
    "with",   "would",  "you",       "your"};
static_assert(std::ranges::is_sorted(stopWords));

bool isWordByte(unsigned char byte)
{
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

std::vector<std::string> allWords(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        if (!word.empty() && words.size() < mostWords && std::ranges::find(words, word) == words.end())
            words.push_back(word);
        word.clear();
    };
    for (const char byte : text) {
        if (isWordByte(static_cast<unsigned char>(byte)))
            word += byte >= 'A' && byte <= 'Z' ? char(byte - 'A' + 'a') : byte;
        else
            end();
    }
    end();
    return words;
}

}

std::vector<std::string> contentWords(std::string_view question)
{
    const std::vector<std::string> all = allWords(question);
    std::vector<std::string> content;
    std::ranges::copy_if(all, std::back_inserter(content),
                         [](const std::string& word) { return !std::ranges::binary_search(stopWords, word); });
    return content.empty() ? all : content;
}

}
