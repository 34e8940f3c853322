#include "model/storage/figures_store.h"

#include "model/journal/events_json.h"
#include "model/storage/migrations.h"
#include "tests/support/figures_history.h"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <random>

namespace signalbox {

std::ostream& operator<<(std::ostream& stream, const ConversationFacts& facts)
{
    return stream << "#" << facts.number << " inbound " << toMicroseconds(facts.firstInboundAt) << " left "
                  << toMicroseconds(facts.leftAiAt) << " top " << toMicroseconds(facts.topAt) << " v"
                  << facts.topVersion << " answered " << toMicroseconds(facts.answeredAt) << " touched "
                  << toMicroseconds(facts.touchedAt) << " closed " << toMicroseconds(facts.closedAt) << " qualified "
                  << toMicroseconds(facts.qualifiedAt) << " first tier " << facts.firstTier << " v"
                  << facts.firstVersion << " true " << facts.trueTier << "/" << int(facts.truth) << " tier "
                  << facts.tier << " agent " << facts.agent << " queue " << facts.queue << " source " << facts.source
                  << " customer " << facts.customer << " drawn " << facts.drawn;
}

namespace {

using test::FiguresHistory;

// A life of a few conversations that the journal's writer takes, by chance.
class RandomHistory {
public:
    RandomHistory(JournalWriter& writer, unsigned seed) : m_history(writer), m_random(seed) { }

    void begin()
    {
        m_history.publish(0, 1);
        m_history.agent("mira", "Mira", Role::Lead);
        m_history.agent("leila", "Leila", Role::Agent);
        for (int i = 1; i <= count; ++i) {
            m_history.opens(id(i), m_minute, upTo(2) == 0 ? Channel::Website : Channel::WhatsApp);
            m_state[i] = {};
        }
    }
    void live(int steps)
    {
        for (int step = 0; step < steps; ++step)
            liveOnce();
    }

private:
    static constexpr int count = 12;
    struct State {
        bool closed = false;
        bool withPeople = false;
        std::vector<std::int64_t> alerts;
    };
    static std::string id(int number) { return std::to_string(number); }
    int upTo(int most) { return std::uniform_int_distribution<int>(0, most - 1)(m_random); }

    void liveOnce()
    {
        m_minute += 1 + upTo(20);
        const int number = 1 + upTo(count);
        State& state = m_state[number];
        const std::string person = upTo(2) == 0 ? "mira" : "leila";
        if (state.closed)
            return label(number, person);
        switch (upTo(11)) {
        case 0:
            return m_history.writes(id(number), m_minute, Author::Visitor);
        case 1:
        case 2:
            return m_history.writes(id(number), m_minute, Author::Agent, person, upTo(4) == 0);
        case 3:
        case 4:
            return m_history.decided(id(number), m_minute, upTo(3), upTo(2) == 0, 1 + upTo(2));
        case 5:
        case 6:
            state.withPeople = true;
            return m_history.goesTo(id(number), m_minute, upTo(2) == 0 ? "sales" : "desk", upTo(2) == 0 ? person : "");
        case 7:
            return m_history.corrected(id(number), m_minute, upTo(3), person);
        case 8:
            state.alerts.push_back(m_history.alerts(id(number), m_minute, upTo(2) == 0 ? "hot" : "late", person,
                                                    upTo(4) == 0 ? HeldBack::Quiet : HeldBack::No));
            return;
        case 9:
            return label(number, person);
        default:
            state.closed = upTo(3) == 0;
            if (state.closed)
                m_history.closes(id(number), m_minute, upTo(2) == 0 ? "converted" : "resolved", 100 * upTo(9));
        }
    }
    void label(int number, const std::string& person)
    {
        const State& state = m_state[number];
        const auto verdict = static_cast<Verdict>(upTo(3));
        if (!state.alerts.empty() && upTo(2) == 0)
            m_history.labels(id(number), m_minute, state.alerts.back(), "hot", verdict, person, {}, upTo(4) == 0);
        else if (upTo(2) == 0)
            m_history.labels(id(number), m_minute, 0, "", verdict, person, "P" + std::to_string(1 + upTo(3)));
        else
            m_history.labelsDrawn(id(number), m_minute, "hot", verdict, person, SilentKind(upTo(3)),
                                  {{SilentKind::Near, Channel::Website, 10 + upTo(9)}});
    }

    FiguresHistory m_history;
    std::mt19937 m_random;
    std::int64_t m_minute = 1;
    std::map<int, State> m_state;
};

// The facts of a conversation from its events alone, read one after the other.
struct Recomputed {
    ConversationFacts facts;
    std::string tier, firstTier, queue, agent, trueTier, outcome;
    bool byHand = false;
    int version = 0;
    Instant judgedAt{};

    void see(const Event& event)
    {
        std::visit([&](const auto& what) { happened(what, event.at); }, event.payload);
    }
    void happened(const ConversationOpened&, Instant at) { facts.openedAt = at; }
    void happened(const MessageAdded& added, Instant)
    {
        const Message& message = added.message;
        ++facts.messages;
        if (message.author == Author::Visitor)
            facts.firstInboundAt = std::min(facts.firstInboundAt, message.at);
        if (message.author != Author::Agent || message.internalNote || facts.leftAiAt == never)
            return;
        if (facts.answeredAt == never)
            agent = message.agent.value;
        facts.answeredAt = std::min(facts.answeredAt, message.at);
        if (facts.topAt != never)
            facts.touchedAt = std::min(facts.touchedAt, message.at);
    }
    void happened(const DecisionMade& made, Instant at)
    {
        version = made.decision.rulebookVersion;
        facts.lastVersion = version;
        if (!byHand)
            tier = made.decision.tier.value;
        if (made.decision.tierRank == 0 && facts.topAt == never) {
            facts.topAt = at;
            facts.topVersion = version;
        }
        if (made.decision.qualification.front().state == CriterionState::Met)
            facts.qualifiedAt = std::min(facts.qualifiedAt, at);
    }
    void happened(const OwnerChanged& changed, Instant at)
    {
        if (facts.leftAiAt != never)
            return;
        facts.leftAiAt = at;
        queue = changed.to.queue.value;
        firstTier = tier;
        facts.firstVersion = version;
    }
    void happened(const ConversationCorrected& corrected, Instant at)
    {
        byHand = true;
        tier = corrected.after;
        if (corrected.tierRank == 0)
            facts.topAt = std::min(facts.topAt, at);
        facts.drawn = false;
        judge(corrected.by, corrected.after, at);
    }
    void happened(const ConversationClosed& closed, Instant at)
    {
        facts.closedAt = at;
        outcome = closed.outcome;
        facts.outcome = closed.outcome == "converted" ? ShownOutcome::Converted : ShownOutcome::Other;
        facts.value = closed.value.value_or(0);
    }
    void judge(const AgentId& by, const std::string& as, Instant at)
    {
        const TruthSource source = by.value == "mira" ? TruthSource::Lead : TruthSource::Agent;
        if (source < facts.truth || (source == facts.truth && at < judgedAt))
            return;
        facts.truth = source;
        trueTier = as;
        judgedAt = at;
    }
    void happened(const auto&, Instant) { }
};

std::map<std::int64_t, Recomputed> recomputed(Database& database)
{
    std::map<std::int64_t, Recomputed> all;
    // A person's later label takes the place of the earlier one.
    std::map<std::pair<std::string, std::string>, std::pair<Label, Instant>> labels;
    EXPECT_OK(JournalReader(database).forEach(0, [&](const Event& event) {
        if (const auto* given = std::get_if<LabelGiven>(&event.payload)) {
            if (given->label.alert == 0 && given->label.trigger.empty())
                labels[{given->label.conversation.value, given->label.by.value}] = {given->label, event.at};
        } else if (const ConversationId id = conversationOf(event.payload); !id.empty()) {
            all[std::stoll(id.value)].see(event);
        }
        return true;
    }));
    for (const auto& [key, given] : labels)
        if (given.first.verdict != Verdict::Unsure)
            all[std::stoll(key.first)].judge(given.first.by, given.first.tier.value, given.second);
    return all;
}

void expectAsRecomputed(Database& database, const FigureRows& rows)
{
    const auto all = recomputed(database);
    ASSERT_EQ(rows.conversations.size(), all.size());
    for (const ConversationFacts& found : rows.conversations) {
        const Recomputed& expected = all.at(found.number);
        ConversationFacts facts = expected.facts;
        facts.number = found.number;
        facts.channel = found.channel;
        facts.customer = found.customer;
        for (const auto& [word, place] : {std::pair{&expected.tier, &facts.tier},
                                          {&expected.firstTier, &facts.firstTier},
                                          {&expected.queue, &facts.queue},
                                          {&expected.agent, &facts.agent},
                                          {&expected.outcome, &facts.outcomeWord},
                                          {&expected.trueTier, &facts.trueTier}})
            *place = rows.words.find(*word);
        EXPECT_EQ(found, facts);
    }
}

// Rows whose words have other places are the same when they read the same.
void expectSame(const FigureRows& one, const FigureRows& other)
{
    ASSERT_EQ(one.conversations.size(), other.conversations.size());
    for (std::size_t i = 0; i < one.conversations.size(); ++i) {
        ConversationFacts moved = one.conversations[i];
        for (Word* word : {&moved.queue, &moved.firstTier, &moved.tier, &moved.trueTier, &moved.agent, &moved.source,
                           &moved.customer, &moved.outcomeWord})
            *word = other.words.find(one.words[*word]);
        EXPECT_EQ(moved, other.conversations[i]);
    }
    ASSERT_EQ(one.alerts.size(), other.alerts.size());
    for (std::size_t i = 0; i < one.alerts.size(); ++i) {
        AlertFacts moved = one.alerts[i];
        for (Word* word : {&moved.trigger, &moved.owner, &moved.tier, &moved.queue})
            *word = other.words.find(one.words[*word]);
        EXPECT_EQ(moved, other.alerts[i]) << moved.number;
    }
    ASSERT_EQ(one.silent.size(), other.silent.size());
    for (std::size_t i = 0; i < one.silent.size(); ++i) {
        SilentFacts moved = one.silent[i];
        moved.trigger = other.words.find(one.words[moved.trigger]);
        EXPECT_EQ(moved, other.silent[i]);
    }
}

TEST(FiguresStore, theColumnsSayWhatTheJournalSays)
{
    for (unsigned seed = 1; seed <= 20 && !HasFailure(); ++seed) {
        SCOPED_TRACE(seed);
        WorkspaceFile workspace;
        workspace.database.session() << "PRAGMA synchronous=OFF";
        RandomHistory history(workspace.writer, seed);
        history.begin();
        history.live(250);
        FiguresStore store(workspace.database);
        expectAsRecomputed(workspace.database, **store.rows());
    }
}

TEST(FiguresStore, followsTheJournalAndReadsOnlyWhatChanged)
{
    WorkspaceFile workspace;
    RandomHistory history(workspace.writer, 7);
    history.begin();
    FiguresStore following(workspace.database);
    EXPECT_OK(following.rows());
    EXPECT_EQ(following.readLast(), 12);
    for (int round = 0; round < 40; ++round) {
        history.live(4);
        const auto rows = following.rows();
        ASSERT_OK(rows);
        EXPECT_LE(following.readLast(), 4);
        EXPECT_EQ(following.upTo(), workspace.writer.lastSequence());
        FiguresStore fresh(workspace.database);
        expectSame(**rows, **fresh.rows());
    }
    EXPECT_OK(following.rows());
    EXPECT_EQ(following.readLast(), 0) << "nothing happened";
}

TEST(FiguresStore, newsOfPeopleAndVisitorsChangesTheirConversationsOnly)
{
    WorkspaceFile workspace;
    FiguresHistory history(workspace.writer);
    history.publish(0, 1);
    history.agent("leila", "Leila", Role::Agent);
    for (const char* id : {"1", "2", "3"}) {
        history.opens(id, 1);
        history.decided(id, 2, 0);
    }
    history.corrected("1", 3, 1, "leila");
    FiguresStore store(workspace.database);
    const FigureRows& rows = **store.rows();
    EXPECT_EQ(rows.conversations[0].truth, TruthSource::Agent);
    history.agent("leila", "Leila Haddad", Role::Lead);
    EXPECT_OK(store.rows());
    EXPECT_EQ(store.readLast(), 1);
    EXPECT_EQ(rows.conversations[0].truth, TruthSource::Lead);
    EXPECT_EQ(rows.names.at(rows.words.find("leila")), "Leila Haddad");

    history.happens(9, VisitorLinked{{"v2"}, {{"1"}, "Amelia", "", {}, {}}, "said so"});
    history.happens(9, VisitorLinked{{"v3"}, {{"1"}, "Amelia", "", {}, {}}, "said so"});
    EXPECT_OK(store.rows());
    EXPECT_EQ(store.readLast(), 2);
    EXPECT_EQ(rows.conversations[1].customer, rows.conversations[2].customer) << "one person";
    EXPECT_NE(rows.conversations[0].customer, rows.conversations[1].customer);

    history.happens(10, ContactErased{{"1"}, {{"2"}, {"3"}}, {"leila"}});
    EXPECT_OK(store.rows());
    ASSERT_EQ((**store.rows()).conversations.size(), 1u) << "what is erased is gone here, too";
}

TEST(FiguresStore, anOlderWorkspaceHasTheSameColumnsOnceItIsBroughtUpToDate)
{
    WorkspaceFile workspace;
    RandomHistory history(workspace.writer, 11);
    history.begin();
    history.live(300);
    const auto older = workspace.folder.path / "older.signalbox";
    {
        soci::session session(soci::sqlite3, older.string());
        ASSERT_OK(storage::migrate(session, older, storage::migrations().first(3)));
        session << "ATTACH '" + workspace.file.string() + "' AS newer";
        for (const char* table :
             {"journal", "conversation", "message", "decision", "correction", "agent", "rulebook_version"}) {
            std::string columns, column;
            soci::statement names
                = (session.prepare << "SELECT name FROM pragma_table_info('" + std::string(table) + "', 'main')",
                   soci::into(column));
            names.execute();
            while (names.fetch())
                columns += (columns.empty() ? "\"" : ",\"") + column + "\"";
            session << "INSERT INTO main." + std::string(table) + " (" + columns + ") SELECT " + columns
                    + " FROM newer." + table;
        }
    }
    Database migrated = opened(older);
    FiguresStore before(workspace.database);
    FiguresStore after(migrated);
    const FigureRows& now = **before.rows();
    const FigureRows& then = **after.rows();
    ASSERT_EQ(then.conversations.size(), now.conversations.size());
    for (std::size_t i = 0; i < now.conversations.size(); ++i) {
        ConversationFacts moved = now.conversations[i];
        const ConversationFacts& found = then.conversations[i];
        for (Word* word : {&moved.queue, &moved.firstTier, &moved.tier, &moved.agent, &moved.source, &moved.customer,
                           &moved.outcomeWord})
            *word = then.words.find(now.words[*word]);
        moved.truth = found.truth;   // labels are newer than that schema
        moved.trueTier = found.trueTier;
        EXPECT_EQ(found, moved);
    }
}

}
}
