#include "routing/understanding/small_talk.h"

#include "routing/understanding/words.h"

#include <algorithm>
#include <initializer_list>
#include <set>

namespace signalbox {
namespace {

constexpr std::size_t mostWords = 8;   // longer messages say more than hello

const std::set<std::string, std::less<>>& greetings()
{
    static const std::set<std::string, std::less<>> words{
        "hello",   "hi",     "hey",  "hiya",   "heya",   "howdy",  "greetings", "morning", "afternoon",
        "evening", "hallo",  "moin", "servus", "tag",    "morgen", "abend",     "bonjour", "bonsoir",
        "salut",   "coucou", "hola", "buenos", "buenas", "días",   "dias",      "tardes",  "noches"};
    return words;
}

const std::set<std::string, std::less<>>& thanks()
{
    static const std::set<std::string, std::less<>> words{
        "thanks", "thank", "thankyou", "thx", "ty", "cheers", "danke", "dankeschön", "merci", "gracias", "appreciated"};
    return words;
}

const std::set<std::string, std::less<>>& goodbyes()
{
    static const std::set<std::string, std::less<>> words{"bye",     "goodbye",     "bye-bye", "cya",    "farewell",
                                                          "tschüss", "tschüs",      "ciao",    "revoir", "adiós",
                                                          "adios",   "wiedersehen", "bientôt", "luego"};
    return words;
}

// Words that say nothing of their own beside the others.
const std::set<std::string, std::less<>>& fillers()
{
    static const std::set<std::string, std::less<>> words{
        "there",    "good",   "day",     "you",     "so",  "very",   "much", "a",        "lot",   "again",   "all",
        "everyone", "team",   "for",     "your",    "the", "help",   "ok",   "okay",     "great", "perfect", "well",
        "and",      "nice",   "have",    "one",     "see", "later",  "many", "guten",    "gute",  "grüß",    "gott",
        "vielen",   "dank",   "schönen", "auf",     "bis", "später", "sehr", "beaucoup", "au",    "à",       "bonne",
        "journée",  "muchas", "mucho",   "hasta",   "un",  "ton",    "sir",  "madam",    "folks", "that's",  "that",
        "is",       "was",    "really",  "helpful", "it",  "to"};
    return words;
}

}

SmallTalk smallTalk(std::string_view text)
{
    const auto words = wordsOf(text, mostWords + 1);
    if (words.empty() || words.size() > mostWords)
        return SmallTalk::None;
    SmallTalk kind = SmallTalk::None;
    // The weightiest word tells: "Ok great, thanks, bye" takes leave, "Hi, thank you" thanks.
    for (const std::string& word : words) {
        if (goodbyes().contains(word))
            kind = SmallTalk::Goodbye;
        else if (thanks().contains(word) || word == "dank")
            kind = std::max(kind, SmallTalk::Thanks);
        else if (greetings().contains(word))
            kind = std::max(kind, SmallTalk::Greeting);
        else if (!fillers().contains(word))
            return SmallTalk::None;
    }
    return kind;
}

}
