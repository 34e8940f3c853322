#include "model/storage/review_store.h"

#include "model/domain/alert.h"
#include "model/storage/conversation_rows.h"
#include "model/storage/guarded.h"

namespace signalbox {

using namespace storage;

namespace {

constexpr const char* conversationColumns
    = "c.id, c.visitor_name, c.company, c.channel, c.origin, c.tier, c.tier_rank, c.opened_at, c.closed_at, c.outcome, "
      "c.outcome_value, ";
using ReviewedRows = Rows<Integer, Text, Text, Text, Text, Text, Integer, Integer, Integer, Text, Real, Text, Integer,
                          Integer, Integer>;

template <std::size_t Column>
std::optional<Instant> reviewMoment(const ReviewedRows& row)
{
    return row.isNull<Column>() ? std::nullopt : std::optional(fromMicroseconds(row.get<Column>()));
}

ReviewedConversation reviewedIn(const ReviewedRows& row)
{
    ReviewedConversation made;
    made.id = {std::to_string(row.get<0>())};
    made.visitorName = row.get<1>();
    made.company = row.get<2>();
    made.channel = wordIn<Channel>(row.get<3>());
    made.origin = wordIn<Origin>(row.get<4>());
    made.tier = {row.get<5>()};
    made.tierRank = int(row.get<6>());
    made.openedAt = fromMicroseconds(row.get<7>());
    made.closedAt = reviewMoment<8>(row);
    made.outcome = row.get<9>();
    if (!row.isNull<10>())
        made.outcomeValue = row.get<10>();
    if (!row.isNull<11>())
        made.said = row.get<11>();
    made.owedAt = reviewMoment<12>(row);
    made.answeredAt = reviewMoment<13>(row);
    return made;
}

std::string reviewedOf(std::string_view more)
{
    return std::string("SELECT ") + conversationColumns + std::string(more);
}

// What was said and owed by the moment of the alert.
std::string reviewedOfAlerts(std::string_view where)
{
    return reviewedOf("(SELECT text FROM message AS m WHERE m.conversation = c.id AND m.author = 'visitor' "
                      "AND m.at <= a.at ORDER BY m.sequence DESC LIMIT 1), a.at, "
                      "(SELECT min(m.at) FROM message AS m WHERE m.conversation = c.id AND m.author = 'agent' "
                      "AND m.internal_note = 0 AND m.at >= a.at), a.sequence "
                      "FROM alert AS a JOIN conversation AS c ON c.id = a.conversation WHERE ")
        + std::string(where);
}

}

ReviewStore::ReviewStore(Database& database) : m_database(database) { }

Result<std::vector<std::pair<std::int64_t, ReviewedConversation>>> ReviewStore::ofAlerts(Instant from, Instant to,
                                                                                         Origin origin)
{
    return guarded(m_database, [&]() -> Result<std::vector<std::pair<std::int64_t, ReviewedConversation>>> {
        ReviewedRows rows(
            m_database.session(),
            reviewedOfAlerts("a.at >= :from AND a.at < :to AND c.origin = :origin AND a.alert <> :reminder "
                             "ORDER BY a.at, a.sequence"),
            toMicroseconds(from), toMicroseconds(to), nameOf(origin), reminderAlert);
        std::vector<std::pair<std::int64_t, ReviewedConversation>> found;
        while (rows.next())
            found.emplace_back(rows.get<14>(), reviewedIn(rows));
        return found;
    });
}

Result<std::optional<ReviewedConversation>> ReviewStore::find(const ConversationId& id)
{
    return guarded(m_database, [&]() -> Result<std::optional<ReviewedConversation>> {
        ReviewedRows rows(m_database.session(),
                          reviewedOf("(SELECT text FROM message AS m WHERE m.conversation = c.id "
                                     "AND m.author = 'visitor' ORDER BY m.sequence LIMIT 1), c.left_ai_at, "
                                     "c.answered_at, 0 FROM conversation AS c WHERE c.id = :id"),
                          numberOf(id));
        return rows.next() ? std::optional(reviewedIn(rows)) : std::nullopt;
    });
}

Result<std::optional<ReviewedConversation>> ReviewStore::ofAlert(std::int64_t number)
{
    return guarded(m_database, [&]() -> Result<std::optional<ReviewedConversation>> {
        ReviewedRows rows(m_database.session(), reviewedOfAlerts("a.sequence = :number"), number);
        return rows.next() ? std::optional(reviewedIn(rows)) : std::nullopt;
    });
}

Result<std::vector<PastAlert>> ReviewStore::pastAlerts(Origin origin)
{
    return guarded(m_database, [&]() -> Result<std::vector<PastAlert>> {
        Rows<Integer, Integer, Text, Text, Text, Text, Integer, Real> rows(
            m_database.session(),
            "SELECT a.sequence, a.conversation, c.visitor_name, a.alert, c.channel, a.owner, a.at, a.score "
            "FROM alert AS a JOIN conversation AS c ON c.id = a.conversation "
            "WHERE c.origin = :origin AND a.alert <> :reminder ORDER BY a.at, a.sequence",
            nameOf(origin), reminderAlert);
        std::vector<PastAlert> found;
        while (rows.next())
            found.push_back({rows.get<0>(),
                             {std::to_string(rows.get<1>())},
                             rows.get<2>(),
                             {rows.get<3>()},
                             wordIn<Channel>(rows.get<4>()),
                             {rows.get<5>()},
                             fromMicroseconds(rows.get<6>()),
                             rows.isNull<7>() ? std::nullopt : std::optional(rows.get<7>())});
        return found;
    });
}

Result<std::vector<ReviewStore::Opened>> ReviewStore::openedBetween(Instant from, Instant to, Origin origin)
{
    return guarded(m_database, [&]() -> Result<std::vector<Opened>> {
        Rows<Integer, Text, Text> rows(m_database.session(),
                                       "SELECT id, channel, outcome FROM conversation WHERE opened_at >= :from "
                                       "AND opened_at < :to AND origin = :origin ORDER BY id",
                                       toMicroseconds(from), toMicroseconds(to), nameOf(origin));
        std::vector<Opened> found;
        while (rows.next())
            found.push_back({{std::to_string(rows.get<0>())}, wordIn<Channel>(rows.get<1>()), rows.get<2>()});
        return found;
    });
}

Result<std::optional<std::pair<Instant, Instant>>> ReviewStore::firstAndLastOpened(Origin origin)
{
    return guarded(m_database, [&]() -> Result<std::optional<std::pair<Instant, Instant>>> {
        Rows<Integer, Integer> rows(m_database.session(),
                                    "SELECT min(opened_at), max(opened_at) FROM conversation WHERE origin = :origin",
                                    nameOf(origin));
        if (!rows.next() || rows.isNull<0>())
            return std::nullopt;
        return std::pair(fromMicroseconds(rows.get<0>()), fromMicroseconds(rows.get<1>()));
    });
}

Result<std::map<ConversationId, double>> ReviewStore::numbersOf(const std::string& attribute, Instant from, Instant to,
                                                                Origin origin)
{
    return guarded(m_database, [&]() -> Result<std::map<ConversationId, double>> {
        Rows<Integer, Real> rows(m_database.session(),
                                 "SELECT c.id, v.value ->> '$' FROM conversation AS c JOIN context_value AS v "
                                 "ON v.conversation = c.id AND v.attribute = :attribute WHERE c.opened_at >= :from "
                                 "AND c.opened_at < :to AND c.origin = :origin "
                                 "AND json_type(v.value) IN ('integer', 'real')",
                                 attribute, toMicroseconds(from), toMicroseconds(to), nameOf(origin));
        std::map<ConversationId, double> found;
        while (rows.next())
            found.emplace(ConversationId{std::to_string(rows.get<0>())}, rows.get<1>());
        return found;
    });
}

Result<std::vector<std::pair<ConversationId, Correction>>> ReviewStore::tierCorrections(Instant from, Instant to,
                                                                                        Origin origin)
{
    return guarded(m_database, [&]() -> Result<std::vector<std::pair<ConversationId, Correction>>> {
        Rows<Integer, Text, Text, Text, Text, Integer> rows(
            m_database.session(),
            "SELECT k.conversation, k.before, k.after, k.reason, k.corrected_by, k.at FROM correction AS k "
            "JOIN conversation AS c ON c.id = k.conversation WHERE k.subject = 'tier' AND c.origin = :origin "
            "AND ((c.opened_at >= :from AND c.opened_at < :to) OR (k.at >= :since AND k.at < :until)) "
            "ORDER BY k.sequence",
            nameOf(origin), toMicroseconds(from), toMicroseconds(to), toMicroseconds(from), toMicroseconds(to));
        std::vector<std::pair<ConversationId, Correction>> found;
        while (rows.next())
            found.emplace_back(ConversationId{std::to_string(rows.get<0>())},
                               Correction{"tier",
                                          rows.get<1>(),
                                          rows.get<2>(),
                                          rows.get<3>(),
                                          {rows.get<4>()},
                                          fromMicroseconds(rows.get<5>())});
        return found;
    });
}

}
