#include "routing/understanding/asks_for_person.h"

#include "routing/understanding/words.h"

#include <algorithm>
#include <set>

namespace signalbox {
namespace {

using WordSet = std::set<std::string, std::less<>>;

// Somebody who is not a machine. Alone with few other words ("agent please") or after a wish they ask for one.
const WordSet& persons()
{
    static const WordSet words{"human",    "person",    "someone",    "somebody",    "agent",       "representative",
                               "rep",      "operator",  "advisor",    "adviser",     "manager",     "supervisor",
                               "staff",    "colleague", "mensch",     "menschen",    "mitarbeiter", "mitarbeiterin",
                               "person",   "berater",   "beraterin",  "jemand",      "jemandem",    "jemanden",
                               "personne", "humain",    "conseiller", "conseillère", "quelqu'un",   "persona",
                               "humano",   "agente",    "alguien",    "asesor",      "asesora",     "operador"};
    return words;
}

// Of these a bare mention asks for nobody: "someone stole my card", "my account manager", "la persona que...".
const WordSet& unmistakable()
{
    static const WordSet words{"human",         "agent",      "representative", "operator", "mitarbeiter",
                               "mitarbeiterin", "conseiller", "conseillère",    "humano",   "agente",
                               "asesor",        "mensch",     "humain"};
    return words;
}

const WordSet& wishes()
{
    static const WordSet words{"talk",   "speak",    "chat",  "connect",   "transfer", "reach",  "want",
                               "need",   "get",      "put",   "call",      "contact",  "real",   "live",
                               "actual", "sprechen", "reden", "verbinden", "verbinde", "echten", "echter",
                               "parler", "joindre",  "vrai",  "vraie",     "hablar",   "hable",  "comunicar",
                               "real",   "pasame",   "pásame"};
    return words;
}

const WordSet& refusals()
{
    static const WordSet words{"no",     "not",   "don't", "dont", "without", "kein",
                               "keinen", "keine", "nicht", "pas",  "sans",    "sin"};
    return words;
}

// How far a wish may stand from the person it is about, in words.
constexpr std::ptrdiff_t reach = 5;
constexpr std::size_t fewWords = 4;

bool hasBefore(const std::vector<std::string>& words, std::vector<std::string>::const_iterator at,
               const WordSet& wanted, std::ptrdiff_t distance)
{
    const auto from = at - std::min(distance, at - words.begin());
    return std::any_of(from, at, [&wanted](const std::string& word) { return wanted.contains(word); });
}

bool hasAfter(const std::vector<std::string>& words, std::vector<std::string>::const_iterator at, const WordSet& wanted,
              std::ptrdiff_t distance)
{
    const auto to = at + std::min(distance, words.end() - at);
    return std::any_of(at, to, [&wanted](const std::string& word) { return wanted.contains(word); });
}

// "I need a human", "mit einem Menschen sprechen"; not "I don't want to speak to a person".
bool wishesFor(const std::vector<std::string>& words, std::vector<std::string>::const_iterator person)
{
    const bool german = person->starts_with("mensch") || person->starts_with("mitarbeiter")
        || person->starts_with("jemand") || person->starts_with("berater") || *person == "person";
    const bool wished = hasBefore(words, person, wishes(), reach)
        || (german && hasAfter(words, person, {"sprechen", "reden", "verbinden"}, 3));
    return wished && !hasBefore(words, person, refusals(), reach + 3);
}

}

bool asksForPerson(std::string_view text)
{
    const auto words = wordsOf(text);
    for (auto word = words.begin(); word != words.end(); ++word) {
        if (!persons().contains(*word))
            continue;
        if (wishesFor(words, word))
            return true;
        const bool isBare
            = words.size() <= fewWords && unmistakable().contains(*word) && !hasBefore(words, word, refusals(), reach);
        if (isBare)
            return true;
    }
    return hasPhrase(words, {"customer", "service", "please"}) || hasPhrase(words, {"speak", "to", "sales"})
        || hasPhrase(words, {"talk", "to", "sales"}) || hasPhrase(words, {"call", "me", "back"});
}

}
