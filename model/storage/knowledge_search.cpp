#include "model/storage/knowledge_search.h"

#include "model/storage/guarded.h"
#include "model/storage/question_words.h"
#include "model/storage/statement.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace signalbox {

using namespace storage;

namespace {

// How much a word counts that only the answer has, beside 1 for a word of the question.
constexpr double answerShare = 0.4;

// How many equally good entries are looked at to find the closest.
constexpr std::size_t mostTies = 100;

using CoveredByNumber = std::unordered_map<Integer, double>;   // of the question's weight

Integer entries(soci::session& session)
{
    Rows<Integer> rows(session, "SELECT count(*) FROM knowledge");
    return rows.next() ? rows.get<0>() : 0;
}

// Robertson and Sparck Jones' weight of a word that `having` of `all` entries have, always above 0.
double weightOf(std::size_t having, Integer all)
{
    return std::log(1 + (double(all) - double(having) + 0.5) / (double(having) + 0.5));
}

// The entries that have the word, in the given column or in any.
std::vector<Integer> entriesWith(soci::session& session, const std::string& match)
{
    std::vector<Integer> numbers;
    for (Rows<Integer> rows(session, "SELECT rowid FROM knowledge_fts WHERE knowledge_fts MATCH :match", match);
         rows.next();)
        numbers.push_back(rows.get<0>());
    return numbers;
}

// Adds what the word covers, and gives its weight.
double addWord(soci::session& session, const std::string& word, Integer all, CoveredByNumber& found)
{
    const std::string quoted = "\"" + word + "\"";
    const std::vector<Integer> anywhere = entriesWith(session, quoted);
    const double weight = weightOf(anywhere.size(), all);
    for (const Integer number : anywhere)
        found[number] += weight * answerShare;
    for (const Integer number : entriesWith(session, "question : " + quoted))
        found[number] += weight * (1 - answerShare);
    return weight;
}

// The best `limit`, and those that are as good as the last of them.
std::vector<std::pair<Integer, double>> bestOf(const CoveredByNumber& found, std::size_t limit)
{
    std::vector<std::pair<Integer, double>> order(found.begin(), found.end());
    std::ranges::sort(order, [](const auto& one, const auto& other) {
        return std::pair(-one.second, one.first) < std::pair(-other.second, other.first);
    });
    std::size_t kept = std::min(limit, order.size());
    while (kept > 0 && kept < order.size() && kept < mostTies && order[kept].second == order[kept - 1].second)
        ++kept;
    order.resize(kept);
    return order;
}

KnowledgeMatch matchFor(soci::session& session, Integer number, double score)
{
    Rows<Text, Text, Text> rows(session, "SELECT entry, title, answer FROM knowledge WHERE number = :number", number);
    rows.next();
    return {rows.get<0>(), rows.get<1>(), rows.get<2>(), score};
}

}

KnowledgeSearch::KnowledgeSearch(Database& database) : m_database(database) { }

Result<std::vector<KnowledgeMatch>> KnowledgeSearch::find(std::string_view question, int limit)
{
    return guarded(m_database, [&]() -> Result<std::vector<KnowledgeMatch>> {
        soci::session& session = m_database.session();
        const std::vector<std::string> words = contentWords(question);
        CoveredByNumber found;
        double whole = 0;
        const Integer all = entries(session);
        for (const std::string& word : words)
            whole += addWord(session, word, all, found);
        const auto wanted = std::size_t(std::max(limit, 0));
        std::vector<KnowledgeMatch> matches;
        for (const auto& [number, covered] : bestOf(found, wanted))
            matches.push_back(matchFor(session, number, std::min(1.0, covered / whole)));
        // Of two that cover the same, the shorter question is the closer one.
        std::ranges::stable_sort(matches, [](const KnowledgeMatch& one, const KnowledgeMatch& other) {
            return std::pair(-one.score, one.title.size()) < std::pair(-other.score, other.title.size());
        });
        matches.resize(std::min(matches.size(), wanted));
        return matches;
    });
}

}
