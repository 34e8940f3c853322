#include "model/storage/history_store.h"

#include "model/storage/conversation_rows.h"
#include "model/storage/guarded.h"

namespace signalbox {

using namespace storage;

namespace {

using HeadRows = Rows<Integer, Text, Text, Text, Integer>;
constexpr std::string_view selectHead = "SELECT id, visitor_name, channel, origin, opened_at FROM conversation ";

ConversationHead headIn(const HeadRows& row)
{
    return {{std::to_string(row.get<0>())},
            row.get<1>(),
            wordIn<Channel>(row.get<2>()),
            wordIn<Origin>(row.get<3>()),
            fromMicroseconds(row.get<4>())};
}

Result<std::int64_t> oneNumber(Database& database, std::string_view sql, auto... given)
{
    return guarded(database, [&]() -> Result<std::int64_t> {
        Rows<Integer> rows(database.session(), sql, Integer(given)...);
        return rows.next() ? rows.get<0>() : 0;
    });
}

}

HistoryStore::HistoryStore(Database& database) : m_database(database) { }

Result<std::int64_t> HistoryStore::lastDecision()
{
    return oneNumber(m_database, "SELECT coalesce(max(sequence), 0) FROM decision");
}

Result<std::int64_t> HistoryStore::decisionsBetween(std::int64_t after, std::int64_t last)
{
    return oneNumber(m_database, "SELECT count(*) FROM decision WHERE sequence > :after AND sequence <= :last", after,
                     last);
}

Result<std::vector<StoredDecision>> HistoryStore::decisions(std::int64_t after, std::int64_t last, int limit)
{
    return guarded(m_database, [&]() -> Result<std::vector<StoredDecision>> {
        std::vector<StoredDecision> decisions;
        Rows<Integer, Integer, Integer, Text> rows(
            m_database.session(),
            "SELECT d.sequence, d.conversation, d.rulebook_version, j.payload FROM decision d "
            "JOIN journal j ON j.sequence = d.sequence WHERE d.sequence > :after AND d.sequence <= :last "
            "ORDER BY d.sequence LIMIT :limit",
            Integer(after), Integer(last), Integer(limit));
        while (rows.next())
            decisions.push_back({rows.get<0>(), {std::to_string(rows.get<1>())}, int(rows.get<2>()), rows.get<3>()});
        return decisions;
    });
}

Result<std::vector<VisitorWords>> HistoryStore::visitorWords(std::int64_t afterNumber, int limit)
{
    return guarded(m_database, [&]() -> Result<std::vector<VisitorWords>> {
        std::vector<VisitorWords> all;
        Rows<Integer, Integer, Integer, Text> rows(
            m_database.session(),
            "SELECT number, conversation, at, text FROM message WHERE number > :after AND author = 'visitor' "
            "AND internal_note = 0 ORDER BY number LIMIT :limit",
            Integer(afterNumber), Integer(limit));
        while (rows.next())
            all.push_back(
                {rows.get<0>(), {std::to_string(rows.get<1>())}, fromMicroseconds(rows.get<2>()), rows.get<3>()});
        return all;
    });
}

Result<std::vector<ConversationHead>> HistoryStore::conversations(std::int64_t afterNumber, int limit)
{
    return guarded(m_database, [&]() -> Result<std::vector<ConversationHead>> {
        std::vector<ConversationHead> heads;
        HeadRows rows(m_database.session(), std::string(selectHead) + "WHERE id > :after ORDER BY id LIMIT :limit",
                      Integer(afterNumber), Integer(limit));
        while (rows.next())
            heads.push_back(headIn(rows));
        return heads;
    });
}

Result<std::optional<ConversationHead>> HistoryStore::conversation(const ConversationId& id)
{
    return guarded(m_database, [&]() -> Result<std::optional<ConversationHead>> {
        HeadRows rows(m_database.session(), std::string(selectHead) + "WHERE id = :id", numberOf(id));
        return rows.next() ? std::optional(headIn(rows)) : std::nullopt;
    });
}

}
