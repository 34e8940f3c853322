#include "model/storage/figures_store.h"

#include "model/storage/conversation_rows.h"
#include "model/storage/figures_sql.h"
#include "model/storage/guarded.h"

#include <algorithm>

namespace signalbox {

using namespace storage;

namespace {

template <std::size_t Column>
Instant factMoment(const auto& row)
{
    return row.template isNull<Column>() ? never : fromMicroseconds(row.template get<Column>());
}

template <std::size_t Column>
Word factWord(Words& words, const auto& row)
{
    return row.template isNull<Column>() ? 0 : words.add(row.template get<Column>());
}

ShownOutcome outcomeIn(const Text& word)
{
    return word.empty()       ? ShownOutcome::None
        : word == "converted" ? ShownOutcome::Converted
        : word == "spam"      ? ShownOutcome::Spam
                              : ShownOutcome::Other;
}

ConversationFacts factsIn(const FactsRows& row, Words& words)
{
    ConversationFacts facts;
    facts.number = row.get<0>();
    facts.firstInboundAt = factMoment<1>(row);
    facts.leftAiAt = factMoment<2>(row);
    facts.topAt = factMoment<3>(row);
    facts.answeredAt = factMoment<4>(row);
    facts.touchedAt = factMoment<5>(row);
    facts.closedAt = factMoment<6>(row);
    facts.qualifiedAt = factMoment<7>(row);
    facts.value = row.isNull<8>() ? 0 : row.get<8>();
    facts.queue = factWord<9>(words, row);
    facts.firstTier = factWord<10>(words, row);
    facts.tier = factWord<11>(words, row);
    facts.agent = factWord<12>(words, row);
    facts.firstVersion = int(row.get<13>());
    facts.topVersion = int(row.get<14>());
    facts.channel = wordIn<Channel>(row.get<15>());
    facts.origin = wordIn<Origin>(row.get<16>());
    facts.outcome = outcomeIn(row.get<17>());
    facts.outcomeWord = factWord<17>(words, row);
    facts.source = factWord<19>(words, row);
    facts.customer = factWord<20>(words, row);
    if (!row.isNull<21>()) {
        facts.truth = TruthSource::Outcome;
        facts.trueTier = factWord<21>(words, row);
        facts.drawn = false;
    }
    facts.openedAt = fromMicroseconds(row.get<22>());
    facts.lastVersion = int(row.get<23>());
    facts.messages = int(row.get<24>());
    return facts;
}

AlertFacts alertFactsIn(const AlertFactsRows& row, Words& words)
{
    AlertFacts facts;
    facts.number = row.get<0>();
    facts.conversation = row.get<1>();
    facts.at = fromMicroseconds(row.get<2>());
    facts.acknowledgedAt = factMoment<3>(row);
    facts.answeredAt = factMoment<4>(row);
    facts.endedAt = factMoment<5>(row);
    facts.trigger = factWord<6>(words, row);
    facts.owner = factWord<7>(words, row);
    facts.tier = factWord<8>(words, row);
    facts.queue = factWord<9>(words, row);
    facts.version = int(row.get<10>());
    facts.channel = wordIn<Channel>(row.get<11>());
    facts.origin = wordIn<Origin>(row.get<12>());
    facts.heldBack = wordIn<HeldBack>(row.get<13>());
    facts.endedByItself = row.get<14>() != 0;
    facts.late = row.get<15>() != 0;
    return facts;
}

// Puts a row where its number belongs; most are new and come last.
template <class Row>
void keep(std::vector<Row>& rows, Row row)
{
    const auto place = rows.empty() || rows.back().number < row.number
        ? rows.end()
        : std::ranges::lower_bound(rows, row.number, {}, &Row::number);
    if (place != rows.end() && place->number == row.number)
        *place = std::move(row);
    else
        rows.insert(place, std::move(row));
}

// The query on all conversations, or only on the touched ones: a JSON array of their numbers. `sql` ends before AND.
template <class RowsType, class Visit>
void forEachRow(soci::session& session, std::string_view sql, const char* conversation,
                const std::optional<std::string>& touched, std::string_view order, Visit visit)
{
    const auto visitAll = [&](RowsType&& rows) {
        while (rows.next())
            visit(rows);
    };
    if (touched)
        visitAll(RowsType(session,
                          std::string(sql) + "AND " + conversation + " IN (SELECT value FROM json_each(:touched)) "
                              + std::string(order),
                          *touched));
    else
        visitAll(RowsType(session, std::string(sql) + std::string(order)));
}

Integer oneInteger(soci::session& session, std::string_view sql, auto... given)
{
    Rows<Integer> rows(session, sql, Integer(given)...);
    return rows.next() ? rows.template get<0>() : 0;
}

template <class Row>
Row* find(std::vector<Row>& rows, std::int64_t number)
{
    const auto place = std::ranges::lower_bound(rows, number, {}, &Row::number);
    return place != rows.end() && place->number == number ? &*place : nullptr;
}

RulebookFacts* versionIn(FigureRows& rows, Integer version)
{
    const auto found = std::ranges::find(rows.rulebooks, int(version), &RulebookFacts::version);
    return found == rows.rulebooks.end() ? nullptr : &*found;
}

}

FiguresStore::FiguresStore(Database& database) : m_database(database) { }

Result<const FigureRows*> FiguresStore::rows()
{
    return guarded(m_database, [&]() -> Result<const FigureRows*> {
        soci::transaction reading(m_database.session());   // all as of one event
        const Integer last = oneInteger(m_database.session(), "SELECT coalesce(max(sequence), 0) FROM journal");
        m_readLast = 0;
        if (last != m_upTo)
            read(touchedSince());
        m_upTo = last;
        return &m_rows;
    });
}

// None: all of them. What an erasure takes out is not among the events after it.
std::optional<std::string> FiguresStore::touchedSince()
{
    constexpr std::size_t mostApart = 100'000;   // with more, all are read sooner
    soci::session& session = m_database.session();
    constexpr auto erasures = "SELECT count(*) FROM journal WHERE sequence > :after AND kind = 'contact_erased'";
    if (m_upTo == 0 || oneInteger(session, erasures, m_upTo) > 0)
        return std::nullopt;
    std::string touched = "[";
    std::size_t count = 0;
    const Integer after = m_upTo;
    for (Rows<Integer> rows(session, selectTouched, after, after, after, after); rows.next(); ++count)
        touched += (count > 0 ? "," : "") + std::to_string(rows.get<0>());
    return count < mostApart ? std::optional(touched + "]") : std::nullopt;
}

void FiguresStore::read(const std::optional<std::string>& touched)
{
    if (!touched)
        m_rows = {};
    readRulebooks();
    readConversations(touched);
    readTruths(touched);
    readAlerts(touched);
    readVerdicts(touched);
    readSilent();
    m_rows.names.clear();
    for (Rows<Text, Text> rows(m_database.session(), "SELECT id, name FROM agent"); rows.next();)
        m_rows.names.emplace(m_rows.words.add(rows.get<0>()), rows.get<1>());
}

void FiguresStore::readRulebooks()
{
    soci::session& session = m_database.session();
    Words& words = m_rows.words;
    const Integer known = m_rows.rulebooks.empty() ? 0 : m_rows.rulebooks.back().version;
    for (Rows<Integer, Integer> rows(
             session, "SELECT version, published_at FROM rulebook_version WHERE version > :after ORDER BY version",
             known);
         rows.next();)
        m_rows.rulebooks.push_back({int(rows.get<0>()), fromMicroseconds(rows.get<1>()), {}, {}});
    for (Rows<Text, Integer> rows(session, selectTierRanks, known); rows.next();)
        m_rows.rankOf.insert_or_assign(words.add(rows.get<0>()), int(rows.get<1>()));
    for (Rows<Integer, Text, Text> rows(session, selectQueueSchedules, known); rows.next();)
        if (RulebookFacts* facts = versionIn(m_rows, rows.get<0>()))
            facts->scheduleOf[words.add(rows.get<1>())] = words.add(rows.get<2>());
    for (Rows<Integer, Text, Text, Text> rows(session, selectOpenTimes, known); rows.next();) {
        const auto from = fromIso8601(rows.get<2>());
        const auto to = fromIso8601(rows.get<3>());
        RulebookFacts* const facts = versionIn(m_rows, rows.get<0>());
        if (from && to && facts)
            facts->openTimes[words.add(rows.get<1>())].push_back({*from, *to});
    }
}

void FiguresStore::readConversations(const std::optional<std::string>& touched)
{
    constexpr Integer mostTiers = 100;
    if (!touched)
        m_rows.conversations.reserve(
            std::size_t(oneInteger(m_database.session(), "SELECT count(*) FROM conversation")));
    forEachRow<FactsRows>(m_database.session(), std::string(selectFacts) + "WHERE 1 ", "id", touched, "ORDER BY id",
                          [&](const FactsRows& row) {
                              ++m_readLast;
                              const ConversationFacts facts = factsIn(row, m_rows.words);
                              if (const Integer rank = row.get<18>(); facts.tier != 0 && rank >= 0 && rank < mostTiers)
                                  m_rows.rankOf.try_emplace(facts.tier, int(rank));   // that no rulebook has
                              keep(m_rows.conversations, facts);
                          });
}

void FiguresStore::readTruths(const std::optional<std::string>& touched)
{
    forEachRow<TruthRows>(m_database.session(), std::string(selectTruths) + "WHERE 1 ", "conversation", touched,
                          "ORDER BY conversation, by_lead, at", [&](const TruthRows& row) {
                              ConversationFacts* const facts = find(m_rows.conversations, row.get<0>());
                              if (!facts)
                                  return;
                              facts->truth = row.get<2>() != 0 ? TruthSource::Lead : TruthSource::Agent;
                              facts->trueTier = m_rows.words.add(row.get<1>());
                              facts->drawn = facts->drawn && row.get<3>() == 0;
                          });
}

void FiguresStore::readAlerts(const std::optional<std::string>& touched)
{
    forEachRow<AlertFactsRows>(
        m_database.session(), selectAlertFacts, "a.conversation", touched, "ORDER BY a.sequence",
        [&](const AlertFactsRows& row) { keep(m_rows.alerts, alertFactsIn(row, m_rows.words)); });
}

void FiguresStore::readVerdicts(const std::optional<std::string>& touched)
{
    forEachRow<VerdictRows>(m_database.session(), selectVerdicts, "l.conversation", touched, verdictOrder,
                            [&](const VerdictRows& row) {
                                if (AlertFacts* const alert = find(m_rows.alerts, row.get<0>()))
                                    alert->verdict = wordIn<Verdict>(row.get<1>());
                            });
}

// They are few, and a rulebook or a role that changes can change any of them.
void FiguresStore::readSilent()
{
    m_rows.silent.clear();
    for (SilentRows rows(m_database.session(), selectSilent); rows.next();) {
        Draw draw = jsonIn<Draw>(rows.get<6>());
        SilentFacts facts{rows.get<0>(),
                          draw.since,
                          fromMicroseconds(rows.get<5>()),
                          m_rows.words.add(rows.get<1>()),
                          wordIn<Channel>(rows.get<2>()),
                          wordIn<Origin>(rows.get<3>()),
                          draw.kind,
                          wordIn<Verdict>(rows.get<4>()),
                          std::move(draw.from)};
        if (!m_rows.silent.empty() && m_rows.silent.back().conversation == facts.conversation
            && m_rows.silent.back().trigger == facts.trigger)
            m_rows.silent.back() = std::move(facts);
        else
            m_rows.silent.push_back(std::move(facts));
    }
}

}
