#include "app/channels/known_in_workspace.h"
#include "app/channels/transcript_import.h"
#include "app/router/history_check.h"
#include "app/router/router_host.h"
#include "model/storage/conversation_store.h"
#include "tests/app/import/recording_door.h"
#include "tests/app/router/router_floor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <future>
#include <unistd.h>

namespace signalbox {
namespace {

using testing::HasSubstr;

// A workspace of its own, with a router as the program has it.
class TableImport : public testing::Test {
protected:
    TableImport() { std::filesystem::create_directories(m_folder); }
    ~TableImport() override { std::filesystem::remove_all(m_folder); }

    std::filesystem::path write(const std::string& name, const std::string& content)
    {
        std::ofstream(m_folder / name, std::ios::binary) << content;
        return m_folder / name;
    }

    ImportReport play(const std::filesystem::path& table, const std::filesystem::path& mappingFile, double speed = 0)
    {
        auto mapping = readTableMappingFile(mappingFile);
        if (!mapping)
            throw std::runtime_error(mapping.error().place + ": " + mapping.error().message);
        auto host = RouterHost::start(workspace, std::make_unique<SystemClock>(), "the test");
        if (!host)
            throw std::runtime_error(host.error().message);
        if (!rulebook.empty())
            publish(**host);
        ImportOptions options{{table}, std::nullopt, speed};
        options.mapping = std::make_shared<const TableMapping>(std::move(*mapping));
        return TranscriptImport(**host, options, *knownInWorkspace(workspace)).run();
    }

    std::string rulebook;
    std::filesystem::path m_folder = std::filesystem::path(testing::TempDir())
        / ("signalbox-table-import-" + std::to_string(::getpid()) + "-"
           + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::path workspace = m_folder / "w.signalbox";

private:
    void publish(RouterHost& host)
    {
        std::promise<Result<void>> published;
        ASSERT_TRUE(host.submit(Command{1, PublishRulebook{rulebook, "for the test", {}}},
                                [&](const Result<void>& done) { published.set_value(done); }));
        const auto done = published.get_future().get();
        ASSERT_TRUE(done) << done.error().message;
    }
};

const std::string mapping = R"({"mapping": 1, "name": "tickets", "separator": ",", "id": "no",
    "opened": {"column": "from", "format": "%Y-%m-%d %H:%M"}, "closed": {"column": "to", "format": "%Y-%m-%d %H:%M"},
    "visitor": "Ticket {{no}}", "text": "Something broke.",
    "attributes": {"ticket.impact": {"column": "impact", "type": "number"}},
    "outcome": {"column": "end", "values": {"bought": "converted", "gone": "no_answer"}, "value": "euro"},
    "truth": {"truth.tier": {"column": "tier", "values": {"1": "P1", "2": "P2"}}}})";
const std::string table = "no,from,to,impact,end,euro,tier\n"
                          "a1,2024-03-04 10:00,2024-03-04 12:30,1,bought,250,1\n"
                          "a2,2024-03-05 10:00,2024-03-05 10:01,3,gone,,2\n"
                          "a3,2024-03-06 10:00,,3,,,\n";

TEST_F(TableImport, decidesByTheFactsAndClosesWithTheOutcomeAtItsTime)
{
    rulebook = test::rulebookWith(
        R"({"id": "broad", "name": "Broad", "when": {"attr": "ticket.impact", "op": "le", "value": 1},
            "actions": [{"type": "transfer_to_queue", "queue": "sales"}]},
           {"id": "foreseen", "name": "Foreseen", "when": {"attr": "truth.tier", "op": "exists"},
            "actions": [{"type": "transfer_to_queue", "queue": "sales"}]},
           {"id": "rest", "name": "Rest", "when": {"all": []}, "actions": [{"type": "transfer_to_queue", "queue": "support"}]})",
        R"("attributes": {"truth.tier": {"type": "string"}})");
    const ImportReport report = play(write("t.csv", table), write("m.json", mapping));
    EXPECT_EQ(report.added, 3);
    EXPECT_EQ(report.closed, 2);
    EXPECT_EQ(report.refused, 0);

    Database database = *Database::open(workspace, Database::Access::ReadOnly);
    ConversationStore store(database);
    const Conversation first = **store.find({"1"});
    EXPECT_EQ(first.visitorName, "Ticket a1");
    EXPECT_EQ(first.origin, Origin::Imported);
    EXPECT_FALSE(first.offerable);
    EXPECT_EQ(toIso8601(first.openedAt), "2024-03-04T10:00:00Z");
    EXPECT_EQ(toIso8601(first.lastMessageAt), "2024-03-04T10:00:00Z");
    EXPECT_EQ(toIso8601(*first.closedAt), "2024-03-04T12:30:00Z");
    EXPECT_EQ(first.outcome, "converted");
    EXPECT_EQ(first.outcomeValue, 250);
    EXPECT_EQ(first.owner.kind, OwnerKind::Nobody);
    const Context context = *store.context({"1"});
    EXPECT_EQ(context.find("ticket.impact")->value, Value{1.0});
    EXPECT_EQ(toIso8601(context.find("ticket.impact")->at), "2024-03-04T10:00:00Z");
    EXPECT_EQ(context.find("truth.tier")->value, Value{std::string("P1")});
    EXPECT_EQ(toIso8601(context.find("truth.tier")->at), "2024-03-04T12:30:00Z");
    const auto decisions = *store.decisions({"1"});
    ASSERT_EQ(decisions.size(), 1u);
    EXPECT_EQ(decisions.front().policy, PolicyId{"broad"});
    EXPECT_EQ(toIso8601(decisions.front().at), "2024-03-04T10:00:00Z");
    EXPECT_EQ(store.decisions({"2"})->front().policy, PolicyId{"rest"}) << "no rule sees a truth";
    EXPECT_EQ((*store.find({"2"}))->outcome, "no_answer");
    const Conversation open = **store.find({"3"});
    EXPECT_FALSE(open.closedAt);
    EXPECT_EQ(open.owner.kind, OwnerKind::Queue);
    EXPECT_TRUE(checkHistory(database)->faults.empty());
}

TEST_F(TableImport, addsNothingTheSecondTime)
{
    play(write("t.csv", table), write("m.json", mapping));
    const ImportReport second = play(write("copy.csv", table), write("m.json", mapping));
    EXPECT_EQ(second.added, 0);
    EXPECT_EQ(second.closed, 0);
    EXPECT_EQ(second.alreadyThere, 3);
}

TEST_F(TableImport, playedAtAPaceItIsLiveAndStaysOpen)
{
    const ImportReport report = play(write("t.csv", table), write("m.json", mapping), 1e6);
    EXPECT_EQ(report.added, 3);
    EXPECT_EQ(report.closed, 0);
    Database database = *Database::open(workspace, Database::Access::ReadOnly);
    const Conversation first = **ConversationStore(database).find({"1"});
    EXPECT_TRUE(first.offerable);
    EXPECT_FALSE(first.closedAt);
    EXPECT_FALSE(ConversationStore(database).context({"1"})->find("truth.tier"));
}

TEST_F(TableImport, namesBadRowsAndTakesTheOthers)
{
    const ImportReport report
        = play(write("t.csv", table + "a4,soon,,1,,,\na5,2024-03-06 10:00\n\"a6,2024-03-06 10:00,,1,,,\n"),
               write("m.json", mapping));
    EXPECT_EQ(report.added, 3);
    ASSERT_EQ(report.refused, 3);
    EXPECT_EQ(report.firstRefused[0].place, "t.csv:5 (\"soon\")");
    EXPECT_EQ(report.firstRefused[1].place, "t.csv:6");
    EXPECT_EQ(report.firstRefused[2].place, "t.csv:7");
}

TEST_F(TableImport, readsNothingOfATableThatLacksAColumn)
{
    const ImportReport report = play(write("t.csv", "no,from\n1,2\n"), write("m.json", mapping));
    EXPECT_EQ(report.added, 0);
    ASSERT_EQ(report.unreadable.size(), 1u);
    EXPECT_THAT(report.unreadable.front().message, HasSubstr("/outcome/column"));
}

struct RealTable {
    const char* mapping;
    const char* file;
    std::int64_t conversations;
};

class RealTables : public testing::TestWithParam<RealTable> { };

// Without a router: all of them at once would take a minute and more.
TEST_P(RealTables, fitTheirMappings)
{
    const auto file = std::filesystem::path(SHARED_DATA) / "data" / GetParam().file;
    if (!std::filesystem::exists(file))
        GTEST_SKIP() << GetParam().file << " is not beside the checkout";
    const auto read = readTableMappingFile(std::filesystem::path(MAPPINGS) / GetParam().mapping);
    ASSERT_TRUE(read) << read.error().place << ": " << read.error().message;
    test::RecordingDoor door;
    ImportOptions options{{file}, std::nullopt, 0};
    options.mapping = std::make_shared<const TableMapping>(*read);
    const ImportReport report = TranscriptImport(door, options).run();
    EXPECT_TRUE(report.unreadable.empty());
    EXPECT_EQ(report.refused, 0);
    EXPECT_EQ(report.added, GetParam().conversations);
    EXPECT_EQ(report.closed, GetParam().conversations);
}

INSTANTIATE_TEST_SUITE_P(TableImport, RealTables,
                         testing::Values(RealTable{"online_shoppers.json",
                                                   "online_shoppers/online_shoppers_feb_to_oct.csv", 7605},
                                         RealTable{"itsm_incidents.json", "itsm_incidents/events.tsv.gz", 14980}));

}
}
