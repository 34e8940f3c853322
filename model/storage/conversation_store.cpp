#include "model/storage/conversation_store.h"

#include "model/storage/conversation_rows.h"
#include "model/storage/guarded.h"

#include <algorithm>

namespace signalbox {

using namespace storage;

namespace {

std::string sql(std::string_view select, std::string_view where) { return std::string(select) + std::string(where); }

Result<Decision> decisionIn(const Text& payload)
{
    auto event = payloadFromJson("decision_made", payload);
    if (!event)
        return tl::unexpected(event.error());
    return std::move(std::get<DecisionMade>(*event).decision);
}

}

ConversationStore::ConversationStore(Database& database) : m_database(database) { }

Result<std::vector<Conversation>> ConversationStore::open()
{
    return guarded(m_database, [&]() -> Result<std::vector<Conversation>> {
        return all(
            ConversationRows(m_database.session(), sql(selectConversation, "WHERE closed_at IS NULL ORDER BY id")),
            conversationIn);
    });
}

Result<std::optional<Conversation>> ConversationStore::find(const ConversationId& id)
{
    return guarded(m_database, [&]() -> Result<std::optional<Conversation>> {
        ConversationRows rows(m_database.session(), sql(selectConversation, "WHERE id = :id"), numberOf(id));
        return rows.next() ? std::optional(conversationIn(rows)) : std::nullopt;
    });
}

Result<std::optional<ConversationId>> ConversationStore::openFor(const VisitorId& visitor, Channel channel)
{
    return guarded(m_database, [&]() -> Result<std::optional<ConversationId>> {
        Rows<Integer> rows(
            m_database.session(),
            "SELECT id FROM conversation WHERE visitor = :visitor AND channel = :channel AND closed_at IS NULL",
            visitor.value, nameOf(channel));
        return rows.next() ? std::optional(ConversationId{std::to_string(rows.get<0>())}) : std::nullopt;
    });
}

Result<std::vector<Conversation>> ConversationStore::recentFor(const VisitorId& visitor, int limit)
{
    return guarded(m_database, [&]() -> Result<std::vector<Conversation>> {
        return all(ConversationRows(m_database.session(),
                                    sql(selectConversation,
                                        "WHERE visitor = :visitor ORDER BY opened_at DESC, id DESC LIMIT :limit"),
                                    visitor.value, Integer(limit)),
                   conversationIn);
    });
}

Result<std::int64_t> ConversationStore::highestNumber()
{
    return guarded(m_database, [&]() -> Result<std::int64_t> {
        Rows<Integer> rows(m_database.session(), "SELECT coalesce(max(id), 0) FROM conversation");
        return rows.next() ? rows.get<0>() : 0;
    });
}

Result<std::vector<Message>> ConversationStore::messages(const ConversationId& id, std::int64_t after, int limit)
{
    return guarded(m_database, [&]() -> Result<std::vector<Message>> {
        return all(MessageRows(m_database.session(),
                               sql(selectMessage,
                                   "WHERE conversation = :id AND sequence > :after ORDER BY sequence LIMIT :limit"),
                               numberOf(id), Integer(after), Integer(limit)),
                   messageIn);
    });
}

Result<std::vector<Message>> ConversationStore::lastMessages(const ConversationId& id, int limit)
{
    return guarded(m_database, [&]() -> Result<std::vector<Message>> {
        auto found = all(MessageRows(m_database.session(),
                                     sql(selectMessage, "WHERE conversation = :id ORDER BY sequence DESC LIMIT :limit"),
                                     numberOf(id), Integer(limit)),
                         messageIn);
        std::ranges::reverse(found);
        return found;
    });
}

Result<bool> ConversationStore::hasMessage(const MessageId& id)
{
    return guarded(m_database, [&]() -> Result<bool> {
        return Rows<Integer>(m_database.session(), "SELECT 1 FROM message WHERE id = :id", id.value).next();
    });
}

Result<std::optional<ConversationId>> ConversationStore::conversationOfMessage(const MessageId& id)
{
    return guarded(m_database, [&]() -> Result<std::optional<ConversationId>> {
        Rows<Integer> rows(m_database.session(), "SELECT conversation FROM message WHERE id = :id", id.value);
        return rows.next() ? std::optional(ConversationId{std::to_string(rows.get<0>())}) : std::nullopt;
    });
}

Result<Context> ConversationStore::context(const ConversationId& id)
{
    return guarded(m_database, [&]() -> Result<Context> {
        Context context;
        Rows<Text, Text, Text, Integer, Integer> rows(
            m_database.session(),
            "SELECT attribute, value, source, at, expires_at FROM context_value WHERE conversation = :id",
            numberOf(id));
        while (rows.next())
            context.apply({rows.get<0>(), jsonIn<Value>(rows.get<1>()), rows.get<2>(),
                           rows.isNull<4>() ? std::nullopt : std::optional(fromMicroseconds(rows.get<4>()))},
                          fromMicroseconds(rows.get<3>()));
        return context;
    });
}

Result<std::map<SignalId, Instant>> ConversationStore::signalsObserved(const ConversationId& id)
{
    return guarded(m_database, [&]() -> Result<std::map<SignalId, Instant>> {
        std::map<SignalId, Instant> observed;
        Rows<Text, Integer> rows(m_database.session(),
                                 "SELECT signal, at FROM signal_observed WHERE conversation = :id", numberOf(id));
        while (rows.next())
            observed.emplace(SignalId{rows.get<0>()}, fromMicroseconds(rows.get<1>()));
        return observed;
    });
}

Result<std::vector<Decision>> ConversationStore::decisions(const ConversationId& id)
{
    return guarded(m_database, [&]() -> Result<std::vector<Decision>> {
        std::vector<Decision> found;
        Rows<Text> rows(m_database.session(),
                        "SELECT journal.payload FROM decision JOIN journal ON journal.sequence = decision.sequence "
                        "WHERE decision.conversation = :id ORDER BY decision.sequence",
                        numberOf(id));
        while (rows.next()) {
            auto decision = decisionIn(rows.get<0>());
            if (!decision)
                return tl::unexpected(decision.error());
            found.push_back(std::move(*decision));
        }
        return found;
    });
}

Result<std::optional<Decision>> ConversationStore::lastDecision(const ConversationId& id)
{
    return guarded(m_database, [&]() -> Result<std::optional<Decision>> {
        Rows<Text> rows(m_database.session(),
                        "SELECT journal.payload FROM decision JOIN journal ON journal.sequence = decision.sequence "
                        "WHERE decision.conversation = :id ORDER BY decision.sequence DESC LIMIT 1",
                        numberOf(id));
        if (!rows.next())
            return std::nullopt;
        return decisionIn(rows.get<0>()).map([](Decision decision) { return std::optional(std::move(decision)); });
    });
}

Result<std::string> ConversationStore::routeReason(const ConversationId& id)
{
    return guarded(m_database, [&]() -> Result<std::string> {
        Rows<Text> rows(m_database.session(), "SELECT owner_reason FROM conversation WHERE id = :id", numberOf(id));
        return rows.next() ? rows.get<0>() : std::string();
    });
}

Result<std::vector<Offer>> ConversationStore::offersOut()
{
    return guarded(m_database, [&]() -> Result<std::vector<Offer>> {
        return all(OfferRows(m_database.session(), sql(selectOffer, "WHERE outcome IS NULL ORDER BY sequence")),
                   offerIn);
    });
}

Result<std::vector<Offer>> ConversationStore::offersOf(const ConversationId& id)
{
    return guarded(m_database, [&]() -> Result<std::vector<Offer>> {
        return all(OfferRows(m_database.session(), sql(selectOffer, "WHERE conversation = :id ORDER BY sequence"),
                             numberOf(id)),
                   offerIn);
    });
}

Result<std::vector<AgentId>> ConversationStore::agentsWhoLetLapse(const ConversationId& id)
{
    return guarded(m_database, [&]() -> Result<std::vector<AgentId>> {
        return all(
            Rows<Text>(m_database.session(),
                       "SELECT offer.agent FROM offer JOIN conversation ON conversation.id = offer.conversation "
                       "WHERE offer.conversation = :id AND offer.sequence > conversation.queued_sequence "
                       "AND offer.outcome IN ('declined', 'lapsed') GROUP BY offer.agent ORDER BY min(offer.sequence)",
                       numberOf(id)),
            [](const auto& rows) { return AgentId{rows.template get<0>()}; });
    });
}

namespace {

// An alert reminds of all that are due in its conversation by then. Before there were closed ones to remind of, a note did.
constexpr std::string_view wasReminded
    = "(EXISTS (SELECT 1 FROM alert WHERE alert.conversation = follow_up.conversation AND alert.alert = 'follow_up' "
      "AND alert.sequence > follow_up.sequence AND alert.at >= due) OR EXISTS (SELECT 1 FROM message WHERE "
      "message.id = 'signalbox:' || follow_up.conversation || ':follow-up:' || due))";
using FollowUpRows = Rows<Integer, Integer, Text, Text, Text, Integer, Integer, Integer>;

std::string selectFollowUps(std::string_view where)
{
    return "SELECT follow_up.conversation, due, conversation.visitor_name, owner, note, ended_at, done, "
        + std::string(wasReminded)
        + " FROM follow_up JOIN conversation ON conversation.id = follow_up.conversation WHERE " + std::string(where)
        + " ORDER BY due, follow_up.sequence";
}

FollowUpOnScreen followUpIn(const FollowUpRows& row)
{
    FollowUpOnScreen followUp;
    followUp.conversation = {std::to_string(row.get<0>())};
    followUp.due = fromMicroseconds(row.get<1>());
    followUp.visitorName = row.get<2>();
    followUp.owner = row.get<3>();
    followUp.note = row.get<4>();
    if (!row.isNull<5>())
        followUp.endedAt = fromMicroseconds(row.get<5>());
    followUp.done = row.get<6>() != 0;
    followUp.reminded = row.get<7>() != 0;
    return followUp;
}

}

Result<std::vector<FollowUpOnScreen>> ConversationStore::followUps(const ConversationId& id)
{
    return guarded(m_database, [&]() -> Result<std::vector<FollowUpOnScreen>> {
        return all(FollowUpRows(m_database.session(), selectFollowUps("follow_up.conversation = :id"), numberOf(id)),
                   followUpIn);
    });
}

Result<std::vector<FollowUpOnScreen>> ConversationStore::openFollowUps()
{
    return guarded(m_database, [&]() -> Result<std::vector<FollowUpOnScreen>> {
        return all(FollowUpRows(m_database.session(), selectFollowUps("ended_at IS NULL")), followUpIn);
    });
}

Result<std::vector<FollowUpOnScreen>> ConversationStore::followUpsToRemind(Instant now)
{
    return guarded(m_database, [&]() -> Result<std::vector<FollowUpOnScreen>> {
        return all(FollowUpRows(m_database.session(),
                                selectFollowUps("ended_at IS NULL AND due <= :now AND NOT " + std::string(wasReminded)),
                                toMicroseconds(now)),
                   followUpIn);
    });
}

Result<std::vector<Correction>> ConversationStore::corrections(const ConversationId& id)
{
    return guarded(m_database, [&]() -> Result<std::vector<Correction>> {
        return all(Rows<Text, Text, Text, Text, Text, Integer>(
                       m_database.session(),
                       "SELECT subject, before, after, reason, corrected_by, at FROM correction "
                       "WHERE conversation = :id ORDER BY sequence",
                       numberOf(id)),
                   [](const auto& row) {
                       return Correction{row.template get<0>(),   row.template get<1>(),
                                         row.template get<2>(),   row.template get<3>(),
                                         {row.template get<4>()}, fromMicroseconds(row.template get<5>())};
                   });
    });
}

}
