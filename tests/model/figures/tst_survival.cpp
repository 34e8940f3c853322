#include "model/figures/survival.h"

#include "tests/support/coverage.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include <gtest/gtest.h>

namespace signalbox {
namespace {

using namespace std::chrono_literals;

// Seconds; a minus sign marks those still open.
std::vector<ObservedTime> observed(std::initializer_list<int> values)
{
    std::vector<ObservedTime> times;
    for (const int value : values)
        times.push_back({std::chrono::seconds(std::abs(value)), value > 0});
    return times;
}

// Weeks in remission on 6-MP and on placebo: Freireich et al., 1963, the textbook example. The curves as printed there:
// 6-MP 0.5378 from 22 and 0.4482 from 23; placebo 0.5714 from 5 and 0.3810 from 8, 0.1429 from 15 and 0.0952 from 17.
// Limits by the log-log method, as SAS documents for this data: 13 and none, 4 and 11.
TEST(Survival, freireichsLeukaemiaDataIsAsInTextbooks)
{
    const SurvivalEstimate treated = estimateSurvival(
        observed({6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35}));
    EXPECT_EQ(treated.of, 21);
    EXPECT_EQ(treated.ended, 9);
    EXPECT_EQ(treated.median, 23s);
    EXPECT_EQ(treated.p90, std::nullopt);
    EXPECT_EQ(treated.medianLow, 13s);
    EXPECT_EQ(treated.medianHigh, std::nullopt);
    const SurvivalEstimate placebo
        = estimateSurvival(observed({1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23}));
    EXPECT_EQ(placebo.median, 8s);
    EXPECT_EQ(placebo.p90, 17s);
    EXPECT_EQ(placebo.medianLow, 4s);
    EXPECT_EQ(placebo.medianHigh, 11s);
}

TEST(Survival, theCurveToDrawHasTheStepsOrSomeOfThemUpToTheLast)
{
    const SurvivalEstimate treated = estimateSurvival(
        observed({6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35}));
    ASSERT_EQ(treated.curve.size(), 7u) << "one for each time at which one ended";
    EXPECT_EQ(treated.curve.front().at, 6s);
    EXPECT_NEAR(treated.curve.front().ended, 3.0 / 21, 1e-9);
    EXPECT_EQ(treated.curve.back().at, 23s);
    EXPECT_NEAR(treated.curve.back().ended, 1 - 0.4482, 1e-4);
    std::vector<ObservedTime> many;
    for (int i = 1; i <= 10'000; ++i)
        many.push_back({std::chrono::seconds(i), true});
    const auto curve = estimateSurvival(many).curve;
    ASSERT_EQ(curve.size(), 200u);
    EXPECT_EQ(curve.front().at, 1s);
    EXPECT_EQ(curve.back().at, 10'000s);
    EXPECT_NEAR(curve.back().ended, 1, 1e-9);
    EXPECT_TRUE(estimateSurvival({}).curve.empty());
}

TEST(Survival, withNothingCensoredTheQuantilesArePlain)
{
    EXPECT_EQ(estimateSurvival(observed({3, 1, 2})).median, 2s);
    EXPECT_EQ(estimateSurvival(observed({4, 1, 3, 2})).median, 2500ms);
    EXPECT_EQ(estimateSurvival(observed({1, 2, 3, 4, 5, 6, 7, 8, 9, 10})).p90, 9500ms);
    EXPECT_EQ(estimateSurvival(observed({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})).p90, 10s);
    EXPECT_EQ(estimateSurvival(observed({5, 5, 5, 5})).median, 5s);
}

// At 2 one of three ends: 2/3. Who gives up at 3 leaves one, who ends at 4: 0. A plain median of those that ended is 3.
TEST(Survival, ofManyItIsTheSameAsOfFew)
{
    std::mt19937_64 random(3);
    std::vector<ObservedTime> times;
    std::vector<std::int64_t> plain;
    for (int i = 0; i < 20'001; ++i) {
        plain.push_back(static_cast<std::int64_t>(random() >> (random() % 20 + 24)));
        times.push_back({std::chrono::microseconds{plain.back()}, true});
    }
    std::ranges::sort(plain);
    const SurvivalEstimate estimate = estimateSurvival(times);
    EXPECT_EQ(estimate.median->count(), plain[10'000]);
    EXPECT_EQ(estimate.p90->count(), plain[18'000]);
}

TEST(Survival, openOnesWouldHaveLastedLonger) { EXPECT_EQ(estimateSurvival(observed({2, -3, 4})).median, 4s); }

// At 2 four are still watched, as who gives up at 2 was there when it ended: 3/4, then at 3 of two 3/8. If it had gone
// before, it would be 2/3 and 1/3.
TEST(Survival, whoGivesUpAtTheSameMomentWasStillThere)
{
    EXPECT_EQ(estimateSurvival(observed({2, -2, 3, 4})).median, 3s);
    EXPECT_EQ(estimateSurvival(observed({2, -2, -2, 4})).median, 4s);
}

TEST(Survival, aCurveThatNeverGetsThereHasNoMedian)
{
    const SurvivalEstimate open = estimateSurvival(observed({1, -2, -3, -4, -5, -6, -7, -8}));
    EXPECT_EQ(open.median, std::nullopt);
    EXPECT_EQ(open.medianHigh, std::nullopt);
    EXPECT_EQ(estimateSurvival({}).median, std::nullopt);
    EXPECT_EQ(estimateSurvival(observed({-1, -1})).p90, std::nullopt);
}

TEST(Survival, fiveTimesHaveNoIntervalAndNeitherHaveNone)
{
    const SurvivalEstimate five = estimateSurvival(observed({1, 2, 3, 4, 5}));
    EXPECT_EQ(five.median, 3s);
    EXPECT_EQ(five.medianLow, 0s);
    EXPECT_EQ(five.medianHigh, std::nullopt);
    EXPECT_GT(estimateSurvival(observed({1, 2, 3, 4, 5, 6})).medianLow, 0s);
}

// Answers after a log-normal time with a median of 4 minutes; customers leave, or the week ends, after an exponential
// one.
TEST(Survival, theMediansIntervalHoldsTheTruthWhateverIsCensored)
{
    for (const double meanPatience : {1e9, 1200.0, 400.0, 200.0})
        for (const auto& [fewest, most] : {std::pair{6, 20}, std::pair{20, 100}})
            EXPECT_GE(
                coverage::of([&, low = fewest, high = most](auto& random) {
                    std::vector<ObservedTime> week(static_cast<std::size_t>(coverage::wholeBetween(random, low, high)));
                    for (ObservedTime& time : week) {
                        const double turn = 2 * std::numbers::pi * coverage::chance(random);
                        const double normal = std::sqrt(-2 * std::log(1 - coverage::chance(random))) * std::cos(turn);
                        const double answered = 240 * std::exp(normal);
                        const double gone = -meanPatience * std::log(1 - coverage::chance(random));
                        time.lasted = std::chrono::microseconds(std::llround(std::min(answered, gone) * 1e6));
                        time.ended = answered <= gone;
                    }
                    const SurvivalEstimate estimate = estimateSurvival(std::move(week));
                    return estimate.medianLow <= 240s && (!estimate.medianHigh || *estimate.medianHigh >= 240s);
                }),
                coverage::least)
                << fewest << " to " << most << " times, patience of " << meanPatience << " s";
}

}
}
