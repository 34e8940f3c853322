#include "tests/app/commands/imported_visits.h"

#include <gtest/gtest.h>

#include <set>

namespace signalbox {
namespace {

using nlohmann::json;
using test::Ended;

const std::string shoppers = SHARED_DATA "/data/online_shoppers/online_shoppers_feb_to_oct.csv";
const std::string samples = RULEBOOKS;

std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');)
        cells.push_back(cell);
    return cells;
}

// Every tenth session of some months, and how many of them bought.
struct SomeSessions {
    std::string table;
    int sessions = 0;
    int bought = 0;
};
SomeSessions sessionsOf(const std::set<std::string>& months)
{
    SomeSessions some;
    std::ifstream file(shoppers);
    int number = 0;
    for (std::string line; std::getline(file, line);) {
        const auto cells = cellsOf(line);
        const bool head = cells.front() == "Administrative";
        if (!head && (!months.contains(cells[10]) || ++number % 10 != 0))
            continue;
        some.table += line + "\n";
        some.sessions += head ? 0 : 1;
        some.bought += !head && cells.back().starts_with("1") ? 1 : 0;
    }
    return some;
}

// What docs/quality.md does on all sessions, on a tenth of them.
class QualityLoop : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (!std::filesystem::exists(shoppers))
            GTEST_SKIP() << "online_shoppers is not beside the checkout";
    }
    void import(const std::string& table)
    {
        const Ended ended = at.run(
            {"import", "--speed", "0", "--mapping", MAPPINGS "/online_shoppers.json", at.write("sessions.csv", table)});
        ASSERT_EQ(ended.status, 0) << ended.error;
    }
    json label(std::vector<std::string> more = {})
    {
        more.insert(more.begin(),
                    {"label", "--trigger", "likely-buyer", "--origin", "imported", "--by", "sales-lead", "--true-when",
                     "truth.bought = true", "--silent", "1000", "--json"});
        const Ended ended = at.run(more);
        EXPECT_EQ(ended.status, 0) << ended.error;
        return ended.line("labels");
    }
    Ended tune(std::vector<std::string> more)
    {
        more.insert(more.begin(), {"tune", "--trigger", "likely-buyer", "--origin", "imported", "--json"});
        return at.run(more);
    }
    // Alerts and a sample that holds all the others: every session is labelled, and each as it ended.
    static void expectEverySession(const json& labels, const SomeSessions& some)
    {
        const json& alerts = labels["alerts"];
        const json& silent = labels["silent"];
        EXPECT_EQ(alerts["true"].get<int>() + silent["true"].get<int>(), some.bought);
        EXPECT_EQ(alerts["false"].get<int>() + silent["false"].get<int>(), some.sessions - some.bought);
        EXPECT_EQ(alerts["unknown"], 0);
    }
    test::CommandWorkspace at;
};

TEST_F(QualityLoop, labelsTunesPublishesAndMeasuresAgain)
{
    const SomeSessions early = sessionsOf({"Feb", "Mar", "May", "June"});
    const SomeSessions later = sessionsOf({"Aug", "Sep", "Oct"});
    ASSERT_EQ(at.run({"rulebook", "publish", samples + "/online_shoppers.json", "--note", "first"}).status, 0);
    ASSERT_EQ(at.run({"agents", "save", samples + "/leads.json"}).status, 0);
    import(early.table);
    expectEverySession(label(), early);

    const std::string tuned = at.path("tuned.json");
    const Ended tuning = tune({"--aim", "20", "--write", tuned});
    ASSERT_EQ(tuning.status, 0) << tuning.error;
    const double threshold = tuning.line("suggestion")["threshold"].get<double>();
    EXPECT_GT(threshold, 60);
    EXPECT_GE(tuning.line("suggestion")["precision"]["value"].get<double>(), 0.2);
    EXPECT_EQ(test::runSignalbox({"check", "--rulebook", tuned}).status, 0);
    EXPECT_EQ(at.run({"backtest", "--rulebook", tuned, "--include", "imported"}).status, 0);
    ASSERT_EQ(at.run({"rulebook", "publish", tuned, "--note", "tuned"}).status, 0);

    import(later.table);
    expectEverySession(label({"--since", "2025-08-01"}), later);
    const Ended measured = tune({"--since", "2025-08-01", "--until", "2025-11-01"});
    EXPECT_EQ(measured.line("summary")["live"], threshold);
    EXPECT_GE(measured.line("step")["threshold"].get<double>(), threshold) << "nothing lower alerts any more";
    EXPECT_EQ(at.run({"report", "--origin", "imported"}).status, 0);
    EXPECT_EQ(at.run({"verify"}).status, 0);
}

// Every rulebook that comes along is whole: nothing in it can never fire or is contradictory.
class SampleRulebooks : public ::testing::TestWithParam<const char*> { };

TEST_P(SampleRulebooks, haveNothingToFind)
{
    const Ended ended = test::runSignalbox({"check", "--rulebook", samples + "/" + GetParam() + ".json"});
    EXPECT_EQ(ended.status, 0) << ended.out << ended.error;
}

INSTANTIATE_TEST_SUITE_P(All, SampleRulebooks, ::testing::Values("online_shoppers", "itsm_incidents"));

}
}
