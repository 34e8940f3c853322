#include "model/figures/threshold_curve.h"

#include "tests/support/coverage.h"

#include <algorithm>
#include <limits>

#include <gtest/gtest.h>

namespace signalbox {
namespace {

std::vector<ScoredAlert> alternating(int falses, double falseScore, int truths, double trueScore)
{
    std::vector<ScoredAlert> alerts;
    alerts.insert(alerts.end(), static_cast<std::size_t>(falses), {falseScore, false});
    alerts.insert(alerts.end(), static_cast<std::size_t>(truths), {trueScore, true});
    return alerts;
}

TEST(ThresholdCurve, keepsWhatIsAtTheThresholdOrAbove)
{
    const ThresholdCurve curve({{0.6, true}, {0.7, false}, {0.7, std::nullopt}, {0.8, true}, {0.9, true}});
    struct Case {
        double threshold;
        std::int64_t kept, truths, falses;
    };
    for (const auto& [threshold, kept, truths, falses] :
         {Case{0.0, 5, 3, 1}, Case{0.6, 5, 3, 1}, Case{0.61, 4, 2, 1}, Case{0.7, 4, 2, 1}, Case{0.71, 2, 2, 0},
          Case{0.9, 1, 1, 0}, Case{0.91, 0, 0, 0}}) {
        const KeptAlerts at = curve.at(threshold);
        EXPECT_EQ(at.threshold, threshold);
        EXPECT_EQ(at.kept, kept) << threshold;
        EXPECT_EQ(at.truths, truths) << threshold;
        EXPECT_EQ(at.falses, falses) << threshold;
    }
    EXPECT_NEAR(curve.at(0.7).precision().value, 2.0 / 3, 1e-12);
    EXPECT_NEAR(curve.truthsKept(curve.at(0.7)).value, 2.0 / 3, 1e-12);
    EXPECT_EQ(curve.steps().size(), 4u);
}

TEST(ThresholdCurve, ofNoAlertsKeepsNone)
{
    const ThresholdCurve none({});
    EXPECT_EQ(none.at(0.5).kept, 0);
    EXPECT_EQ(none.truthsKept(none.at(0.5)).high, 1);
    EXPECT_FALSE(suggestThreshold(none, 0.5));
    EXPECT_EQ(ThresholdCurve({{std::numeric_limits<double>::quiet_NaN(), true}}).at(0).kept, 0);
}

TEST(ThresholdCurve, isWhatCountingEveryAlertGives)
{
    std::mt19937_64 random(7);
    std::vector<ScoredAlert> alerts(3000);
    for (ScoredAlert& alert : alerts) {
        alert.score = coverage::wholeBetween(random, 50, 100) / 100.0;
        if (coverage::chance(random) < 0.7)
            alert.isTrue = coverage::chance(random) < alert.score;
    }
    const ThresholdCurve curve(alerts);
    for (int percent = 45; percent <= 102; ++percent) {
        const double threshold = percent / 100.0;
        const auto count = [&](auto counts) {
            return std::count_if(alerts.begin(), alerts.end(),
                                 [&](const ScoredAlert& alert) { return alert.score >= threshold && counts(alert); });
        };
        const KeptAlerts kept = curve.at(threshold);
        EXPECT_EQ(kept.kept, count([](const ScoredAlert&) { return true; }));
        EXPECT_EQ(kept.truths, count([](const ScoredAlert& alert) { return alert.isTrue == true; }));
        EXPECT_EQ(kept.falses, count([](const ScoredAlert& alert) { return alert.isTrue == false; }));
    }
}

// 100 of 100 true have a lower limit of 100 / 103.84 = 0.963; with the 60 false below, 0.625 at the most.
TEST(ThresholdCurve, suggestsTheLowestThresholdThatSurelyReachesTheAim)
{
    const ThresholdCurve curve(alternating(60, 0.5, 100, 0.8));
    const auto high = suggestThreshold(curve, 0.9);
    ASSERT_TRUE(high);
    EXPECT_EQ(high->kept.threshold, 0.8);
    EXPECT_FALSE(high->thin);
    EXPECT_EQ(suggestThreshold(curve, 0.5)->kept.threshold, 0.5);
    EXPECT_TRUE(suggestThreshold(curve, 0.99)->thin);
    EXPECT_EQ(suggestThreshold(curve, 0.99)->kept.threshold, 0.8);
}

// 19 of 19: the lower limit, 19 / 22.84 = 0.832, is above the aim, and still these are few.
TEST(ThresholdCurve, marksASuggestionFromFewVerdicts)
{
    EXPECT_TRUE(suggestThreshold(ThresholdCurve(alternating(19, 0.5, 19, 0.8)), 0.8)->thin);
    EXPECT_FALSE(suggestThreshold(ThresholdCurve(alternating(19, 0.5, 20, 0.8)), 0.8)->thin);
}

TEST(ThresholdCurve, suggestsNothingWhenNoThresholdReachesTheAim)
{
    EXPECT_FALSE(suggestThreshold(ThresholdCurve(alternating(60, 0.8, 100, 0.8)), 0.7));
    EXPECT_FALSE(suggestThreshold(ThresholdCurve({{0.9, std::nullopt}}), 0.1));
}

}
}
