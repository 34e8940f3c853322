#include "tests/app/commands/imported_visits.h"

#include <gmock/gmock.h>

namespace signalbox {
namespace {

using nlohmann::json;
using test::Ended;
using testing::HasSubstr;
using testing::Not;

// Thirty alerts from 50 to 79 pages in three whole weeks: 18 true, 11 false, one not labelled.
class TuneCommand : public test::ImportedVisits {
protected:
    void SetUp() override
    {
        test::ImportedVisits::SetUp();
        ASSERT_EQ(label({"--true-when", "truth.bought = true"}).status, 0);
    }
    const std::vector<std::string> weeks{"--since", "2025-01-06", "--until", "2025-01-27"};
    std::vector<std::string> inWeeks(std::vector<std::string> more) const
    {
        more.insert(more.end(), weeks.begin(), weeks.end());
        return more;
    }
};

TEST_F(TuneCommand, printsTheCurveWithItsIntervals)
{
    const Ended ended = tune(weeks);
    EXPECT_EQ(ended.status, 0) << ended.error;
    EXPECT_THAT(ended.out,
                HasSubstr("Hot visit: visit.pages at least 50 on import (rulebook version 1)\n"
                          "30 alerts in 3.0 weeks, 29 of them labelled true or false\n"));
    EXPECT_THAT(ended.out, HasSubstr("62.1 % (44.0 to 77.3 %) of 29")) << "Wilson's interval of 18 of 29";
    EXPECT_THAT(ended.out, HasSubstr("— (19 labelled, 20 needed)")) << "too few say nothing";
    EXPECT_THAT(ended.out, Not(HasSubstr("instead of"))) << "no threshold was asked for";
}

TEST_F(TuneCommand, saysWhatAThresholdWouldHaveDone)
{
    struct Case {
        std::string threshold;
        std::int64_t alerts, truths, falses;
    };
    for (const Case& each :
         {Case{"50", 30, 18, 11}, Case{"63", 17, 15, 1}, Case{"79", 1, 0, 0}, Case{"79.5", 0, 0, 0}}) {
        const Ended ended = tune(inWeeks({"--threshold", each.threshold, "--json"}));
        EXPECT_EQ(ended.status, 0) << ended.error;
        const json effect = ended.line("effect");
        EXPECT_EQ(effect["before"]["alerts"], 30);
        EXPECT_EQ(effect["after"]["alerts"], each.alerts) << each.threshold;
        EXPECT_EQ(effect["after"]["true"], each.truths) << each.threshold;
        EXPECT_EQ(effect["after"]["false"], each.falses) << each.threshold;
        EXPECT_EQ(effect["true_lost"], 18 - each.truths) << each.threshold;
        EXPECT_EQ(effect["false_removed"], 11 - each.falses) << each.threshold;
        EXPECT_EQ(effect["after"]["alerts_a_week"], double(each.alerts) / 3) << each.threshold;
        EXPECT_EQ(ended.line("load")["owner"], "mira") << "she leads the queue's team";
        EXPECT_EQ(ended.line("load")["before"], 10.0);
    }
    EXPECT_THAT(tune(inWeeks({"--threshold", "60"})).out,
                HasSubstr("  False alerts removed: 8 of 11\n"
                          "  True alerts lost: 2 of 18\n"));
}

TEST_F(TuneCommand, suggestsAThresholdAndSaysWhenTooFewAreLabelled)
{
    const Ended ended = tune({"--aim", "90"});
    EXPECT_EQ(ended.status, 0) << ended.error;
    EXPECT_THAT(ended.out,
                HasSubstr("For at least 90 % right: from 63, 93.8 % (71.7 to 98.9 %) of 16 labelled alerts.\n"
                          "Too few are labelled to be sure of 90 %.\n"));
    EXPECT_THAT(ended.out, HasSubstr("From 63 instead of 50"));
    const json sure = tune({"--aim", "40", "--json"}).line("suggestion");
    EXPECT_EQ(sure["threshold"], 50);
    EXPECT_EQ(sure["thin"], false);
}

TEST_F(TuneCommand, saysNoWhereNoThresholdReachesTheAim)
{
    ASSERT_EQ(label({"--true-when", "truth.bought = false"}).status, 0);   // the higher, the worse
    const Ended ended = tune({"--aim", "90", "--write", at.path("tuned.json")});
    EXPECT_EQ(ended.status, 1);
    EXPECT_THAT(ended.out, HasSubstr("No threshold reaches 90 %."));
    EXPECT_FALSE(std::filesystem::exists(at.path("tuned.json")));
}

TEST_F(TuneCommand, writesARulebookThatIsCheckedBacktestedAndPublished)
{
    const Ended ended = tune({"--aim", "90", "--write", at.path("tuned.json")});
    EXPECT_THAT(ended.out, HasSubstr("Written to " + at.path("tuned.json")));
    const json written = json::parse(at.read("tuned.json"));
    EXPECT_EQ(written["alerts"][0]["thresholds"], (json{{"import", {{"visit.pages", 63.0}}}}));
    const Ended backtested
        = at.run({"backtest", "--rulebook", at.path("tuned.json"), "--include", "imported", "--json"});
    EXPECT_EQ(backtested.status, 0) << backtested.error;
    const json alert = backtested.line("alert");
    EXPECT_EQ(alert["alert"], "hot") << backtested.out;
    EXPECT_NEAR(alert["after_a_day"].get<double>() / alert["before_a_day"].get<double>(), 17.0 / 30, 1e-9)
        << "as the study said";
    ASSERT_EQ(at.run({"rulebook", "publish", at.path("tuned.json"), "--note", "from 63"}).status, 0);
    take("no,from,to,pages,bought\n100,2025-02-03 08:00,2025-02-03 09:00,62,0\n101,2025-02-03 10:00,2025-02-03 "
         "11:00,63,1\n");
    const Ended after = tune({"--since", "2025-02-01", "--json"});
    EXPECT_EQ(after.line("summary")["live"], 63);
    EXPECT_EQ(after.line("summary")["version"], 2);
    EXPECT_EQ(after.line("step")["alerts"], 1);
}

TEST_F(TuneCommand, saysWhatIsWrongInOneLine)
{
    struct Case {
        std::vector<std::string> arguments;
        int status;
        std::string words;
    };
    for (const Case& each :
         {Case{{"tune"}, 2, "Name the trigger"}, Case{{"tune", "--trigger", "cold"}, 2, "no trigger \"cold\""},
          Case{{"tune", "--trigger", "asks"}, 2, "there is no threshold to move"},
          Case{{"tune", "--trigger", "hot"}, 1, "no past alert of this trigger has a number"},
          Case{{"tune", "--trigger", "hot", "--channel", "fax"}, 2, "--channel wants website"},
          Case{{"tune", "--trigger", "hot", "--threshold", "high"}, 2, "--threshold wants a number"},
          Case{{"tune", "--trigger", "hot", "--threshold", "nan"}, 2, "--threshold wants a number"},
          Case{{"tune", "--trigger", "hot", "--threshold", "49"}, 2, "--threshold is below the live one, 50"},
          Case{{"tune", "--trigger", "hot", "--aim", "0"}, 2, "--aim wants a percentage"},
          Case{{"tune", "--trigger", "hot", "--aim", "101"}, 2, "--aim wants a percentage"},
          Case{{"tune", "--trigger", "hot", "--write", "x.json"}, 2, "--write FILE wants a --threshold"},
          Case{{"tune", "--trigger", "hot", "--origin", "imported", "--threshold", "60", "--write", "/nowhere/x.json"},
               2,
               "Cannot write /nowhere/x.json"}}) {
        const Ended ended = at.run(each.arguments);
        EXPECT_EQ(ended.status, each.status) << each.words;
        EXPECT_THAT(ended.error, HasSubstr(each.words));
        EXPECT_EQ(std::ranges::count(ended.error, '\n'), 1) << ended.error;
    }
}

}
}
