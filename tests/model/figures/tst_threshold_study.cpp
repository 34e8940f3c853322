#include "model/figures/threshold_study.h"

#include <gtest/gtest.h>

#include <optional>

namespace signalbox {
namespace {

PastAlert pastAlert(std::int64_t number, std::optional<double> score, const char* owner = "mira",
                    Channel channel = Channel::Website, const char* trigger = "hot")
{
    PastAlert alert;
    alert.number = number;
    alert.trigger = {trigger};
    alert.channel = channel;
    alert.owner = {owner};
    alert.score = score;
    return alert;
}

// Live at 50: six alerts from it on, one below, one without a score, one of another channel and one of another trigger.
class ThresholdStudies : public ::testing::Test {
protected:
    static std::optional<Verdict> verdictOf(std::int64_t number)
    {
        switch (number) {
        case 1:
        case 3:
            return Verdict::False;
        case 2:
        case 4:
        case 5:
            return Verdict::True;
        case 6:
            return Verdict::Unsure;
        default:
            return std::nullopt;
        }
    }
    const std::vector<PastAlert> past{pastAlert(1, 50),
                                      pastAlert(2, 60, "leila"),
                                      pastAlert(3, 70),
                                      pastAlert(4, 70, "leila"),
                                      pastAlert(5, 90),
                                      pastAlert(6, 95, ""),
                                      pastAlert(7, 40),
                                      pastAlert(8, std::nullopt),
                                      pastAlert(9, 99, "mira", Channel::WhatsApp),
                                      pastAlert(10, 99, "mira", Channel::Website, "late")};
    const std::vector<StudiedAlert> studied = alertsToStudy(past, {"hot"}, Channel::Website, verdictOf);
    const ThresholdStudy study{studied, 50, 2};
};

TEST_F(ThresholdStudies, takeTheAlertsOfOneTriggerOnOneChannelWithTheirVerdicts)
{
    ASSERT_EQ(studied.size(), 8u);
    EXPECT_EQ(studied[0].isTrue, false);
    EXPECT_EQ(studied[1].isTrue, true);
    EXPECT_FALSE(studied[5].isTrue) << "unsure is no verdict";
    EXPECT_FALSE(studied[6].isTrue) << "not labelled";
    EXPECT_EQ(study.live(), 50);
    EXPECT_EQ(study.highest(), 95);
    EXPECT_EQ(study.labelled(), 5);
}

TEST_F(ThresholdStudies, sayWhatAThresholdWouldHaveDone)
{
    struct Case {
        const char* name;
        double threshold;
        std::int64_t kept, falsesRemoved, truthsLost;
        double perWeek;
    };
    for (const Case& each :
         {Case{"the live one changes nothing", 50, 6, 0, 0, 3.0},
          Case{"a lower one cannot be judged", 10, 6, 0, 0, 3.0}, Case{"the lowest is gone", 51, 5, 1, 0, 2.5},
          Case{"both at 70 stay", 70, 4, 1, 1, 2.0}, Case{"both at 70 are gone", 71, 2, 2, 2, 1.0},
          Case{"nothing is left", 96, 0, 2, 3, 0.0}}) {
        const ThresholdEffect effect = study.at(each.threshold);
        EXPECT_EQ(effect.before.kept, 6) << each.name;
        EXPECT_EQ(effect.after.kept, each.kept) << each.name;
        EXPECT_EQ(effect.falsesRemoved(), each.falsesRemoved) << each.name;
        EXPECT_EQ(effect.truthsLost(), each.truthsLost) << each.name;
        EXPECT_EQ(effect.perWeekBefore(), 3.0) << each.name;
        EXPECT_EQ(effect.perWeek(), each.perWeek) << each.name;
    }
}

TEST_F(ThresholdStudies, sayTheLoadOfEachPersonMostFirst)
{
    const auto loads = study.loads(75);
    ASSERT_EQ(loads.size(), 3u);
    EXPECT_EQ(loads[0].agent.value, "mira");
    EXPECT_EQ(loads[0].before, 1.5);
    EXPECT_EQ(loads[0].after, 0.5);
    EXPECT_EQ(loads[1].agent.value, "leila");
    EXPECT_EQ(loads[1].before, 1.0);
    EXPECT_EQ(loads[1].after, 0.0);
    EXPECT_EQ(loads[2].agent.value, "") << "anybody's";
    EXPECT_EQ(loads[2].after, 0.5);
}

TEST_F(ThresholdStudies, nameWhatAThresholdRemoves)
{
    const auto falses = study.removed(75, false);
    ASSERT_EQ(falses.size(), 2u);
    EXPECT_EQ(falses[0]->number, 1);
    EXPECT_EQ(falses[1]->number, 3);
    const auto truths = study.removed(70, true);
    ASSERT_EQ(truths.size(), 1u);
    EXPECT_EQ(truths[0]->number, 2);
}

TEST(WeeksOfPast, areAtLeastOne)
{
    using namespace std::chrono;
    const Instant first{};
    EXPECT_EQ(weeksOfPast(first, first), 1);
    EXPECT_EQ(weeksOfPast(first, first + days(3)), 1);
    EXPECT_EQ(weeksOfPast(first, first + days(21)), 3);
}

TEST(ThresholdStudy, ofNothingKeepsTheLiveThreshold)
{
    const ThresholdStudy none({}, 50, 1);
    EXPECT_EQ(none.highest(), 50);
    EXPECT_EQ(none.at(60).after.kept, 0);
    EXPECT_TRUE(none.loads(60).empty());
}

}
}
