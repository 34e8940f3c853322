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

struct Found {
    double covered = 0;   // of the question's weight
    double rank = 0;      // BM25 of its question, less is better: decides between equal scores
};
using FoundByNumber = std::unordered_map<Integer, Found>;

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
double addWord(soci::session& session, const std::string& word, Integer all, FoundByNumber& found)
{
    const std::string quoted = "\"" + word + "\"";
    const std::vector<Integer> anywhere = entriesWith(session, quoted);
    const double weight = weightOf(anywhere.size(), all);
    for (const Integer number : anywhere)
        found[number].covered += weight * answerShare;
    for (const Integer number : entriesWith(session, "question : " + quoted))
        found[number].covered += weight * (1 - answerShare);
    return weight;
}

void addRanks(soci::session& session, const std::vector<std::string>& words, FoundByNumber& found)
{
    std::string anyOf;
    for (const std::string& word : words)
        anyOf += (anyOf.empty() ? "question : (\"" : " OR \"") + word + "\"";
    Rows<Integer, Real> rows(
        session, "SELECT rowid, bm25(knowledge_fts) FROM knowledge_fts WHERE knowledge_fts MATCH :match", anyOf + ")");
    while (rows.next())
        found[rows.get<0>()].rank = rows.get<1>();
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
        FoundByNumber found;
        double whole = 0;
        const Integer all = entries(session);
        for (const std::string& word : words)
            whole += addWord(session, word, all, found);
        if (found.empty())
            return std::vector<KnowledgeMatch>();
        addRanks(session, words, found);
        std::vector<std::pair<Integer, Found>> order(found.begin(), found.end());
        std::ranges::sort(order, [](const auto& one, const auto& other) {
            return std::tuple(-one.second.covered, one.second.rank, one.first)
                < std::tuple(-other.second.covered, other.second.rank, other.first);
        });
        std::vector<KnowledgeMatch> matches;
        for (std::size_t i = 0; i < std::min(order.size(), std::size_t(std::max(limit, 0))); ++i)
            matches.push_back(matchFor(session, order[i].first, order[i].second.covered / whole));
        return matches;
    });
}

}
