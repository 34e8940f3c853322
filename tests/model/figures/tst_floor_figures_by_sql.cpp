// The floor's figures of generated histories, computed once more by SQL from the journal's rows.
#include "model/figures/floor_figures.h"
#include "model/storage/figures_store.h"
#include "tests/support/figures_history.h"

#include <soci/soci.h>

#include <random>

namespace signalbox {
namespace {

using test::FiguresHistory;

void live(FiguresHistory& history, unsigned seed)
{
    std::mt19937 random(seed);
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most - 1)(random); };
    history.publish(-60, 1);
    for (int i = 1; i <= 120; ++i) {
        const std::string id = std::to_string(i);
        std::int64_t minute = i * 3;
        history.opens(id, minute, upTo(2) == 0 ? Channel::Website : Channel::WhatsApp, "v" + id,
                      upTo(9) == 0 ? Origin::Imported : Origin::Live);
        history.decided(id, minute, upTo(3));
        if (upTo(3) > 0) {
            history.goesTo(id, minute += 1 + upTo(5), upTo(2) == 0 ? "sales" : "desk");
            if (upTo(4) > 0)
                history.writes(id, minute += 1 + upTo(30), Author::Agent, upTo(2) == 0 ? "leila" : "mira");
        }
        constexpr const char* outcomes[]{"converted", "resolved", "spam", "", "no_answer"};
        if (upTo(5) > 0)
            history.closes(id, minute += 1 + upTo(90), outcomes[upTo(5)]);
    }
}

std::int64_t counted(Database& database, const std::string& channel, const std::string& where)
{
    std::int64_t count = -1;
    database.session() << "SELECT count(*) FROM conversation AS c WHERE origin = 'live' AND channel = '" + channel
            + "' AND " + where,
        soci::into(count);
    return count;
}

// Each fact from the journal, not from the columns that the figures rest on.
constexpr const char* left
    = "EXISTS (SELECT 1 FROM journal AS j WHERE j.conversation = c.id AND j.kind = 'owner_changed')";
constexpr const char* wrote
    = "EXISTS (SELECT 1 FROM message AS m WHERE m.conversation = c.id AND m.author = 'agent' AND m.internal_note = 0)";
constexpr const char* over = "EXISTS (SELECT 1 FROM journal AS j WHERE j.conversation = c.id AND "
                             "j.kind = 'conversation_closed')";

TEST(FloorFiguresBySql, areTheSameOnGeneratedHistories)
{
    for (unsigned seed = 1; seed <= 10 && !::testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE(seed);
        WorkspaceFile workspace;
        workspace.database.session() << "PRAGMA synchronous=OFF";
        FiguresHistory history(workspace.writer);
        live(history, seed);
        FiguresStore store(workspace.database);
        const FloorCounts counts
            = countFloor(**store.rows(), {}, {.of = {.now = FiguresHistory::at(2000)}, .by = {FloorBy::Channel, {}}});
        ASSERT_EQ(counts.bars.size(), 2u);
        for (const FloorBar& bar : counts.bars) {
            const auto bySql
                = [&](const std::string& where) { return counted(workspace.database, bar.part.id, where); };
            const std::string people = std::string(left) + " AND outcome <> 'spam'";
            const FloorFigures& found = bar.figures;
            EXPECT_EQ(found.conversations, bySql("1"));
            EXPECT_EQ(found.leftAi, bySql(left));
            EXPECT_EQ(found.endedByAi, bySql("NOT " + std::string(left) + " AND " + over));
            EXPECT_EQ(found.aiConverted, bySql("NOT " + std::string(left) + " AND outcome = 'converted'"));
            EXPECT_EQ(found.aiOther, bySql("NOT " + std::string(left) + " AND outcome IN ('resolved', 'no_answer')"));
            EXPECT_EQ(found.aiWithoutOutcome, bySql("NOT " + std::string(left) + " AND outcome = '' AND " + over));
            EXPECT_EQ(found.owed, bySql(people));
            EXPECT_EQ(found.answered, bySql(people + " AND " + wrote));
            EXPECT_EQ(found.abandoned, bySql(people + " AND NOT " + wrote + " AND " + over));
            EXPECT_EQ(found.spam, bySql("outcome = 'spam'"));
        }
        double minutes = 0;
        workspace.database.session()
            << "SELECT sum(coalesce(closed_at, :now) - (SELECT min(at) FROM message AS m WHERE m.conversation = c.id "
               "AND "
               "m.author = 'agent')) / 60e6 FROM conversation AS c WHERE origin = 'live' AND outcome <> 'spam' AND "
                + std::string(wrote),
            soci::use(toMicroseconds(FiguresHistory::at(2000)), "now"), soci::into(minutes);
        EXPECT_DOUBLE_EQ(std::chrono::duration<double>(counts.whole.handlingTime).count() / 60, minutes);
    }
}

}
}
