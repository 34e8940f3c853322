#include "model/figures/shares.h"

#include "model/figures/exact_share.h"
#include "model/figures/strata.h"
#include "tests/support/coverage.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace signalbox {
namespace {

// Examples from Newcombe's papers of 1998.
TEST(Shares, wilsonsIntervalIsAsPublished)
{
    const ShareEstimate many = estimateShare(81, 263);
    EXPECT_NEAR(many.value, 0.3080, 1e-4);
    EXPECT_NEAR(many.low, 0.2553, 1e-4);
    EXPECT_NEAR(many.high, 0.3662, 1e-4);
    const ShareEstimate none = estimateShare(0, 20);
    EXPECT_EQ(none.low, 0);
    EXPECT_NEAR(none.high, 0.1611, 1e-4);
}

TEST(Shares, ofNothingAnythingIsPossible)
{
    const ShareEstimate nothing = estimateShare(0, 0);
    EXPECT_EQ(nothing.low, 0);
    EXPECT_EQ(nothing.high, 1);
}

// Of 50: 36 both times, 12 only after, 2 only before, none never.
TEST(Shares, newcombesIntervalOfAChangeIsAsPublished)
{
    const ShareEstimate change = estimateChange(38, 48, 36, 50);
    EXPECT_NEAR(change.value, 0.20, 1e-9);
    EXPECT_NEAR(change.low, 0.0569, 1e-4);
    EXPECT_NEAR(change.high, 0.3404, 1e-4);
}

TEST(Shares, whatStaysTheSameHasNoChangeAndASmallInterval)
{
    const ShareEstimate same = estimateChange(400, 400, 400, 1000);
    EXPECT_EQ(same.value, 0);
    EXPECT_LT(same.high, 0.005);
    EXPECT_GT(same.low, -0.005);
    EXPECT_LE(estimateChange(0, 1000, 0, 1000).high, 1.0);
}

// 56 of 70 against 48 of 80, the first example of Newcombe's paper.
TEST(Shares, newcombesIntervalOfADifferenceIsAsPublished)
{
    const ShareEstimate difference = estimateDifference(estimateShare(48, 80), estimateShare(56, 70));
    EXPECT_NEAR(difference.value, 0.2, 1e-9);
    EXPECT_NEAR(difference.low, 0.0524, 1e-4);
    EXPECT_NEAR(difference.high, 0.3339, 1e-4);
}

// Examples of Newcombe's paper on single proportions. None of 20: by hand 1 - 0.025^(1/20).
TEST(Shares, theExactIntervalIsAsPublished)
{
    struct Case {
        double hits, of, low, high;
    };
    for (const auto& [hits, of, low, high] : {Case{81, 263, 0.2527, 0.3676}, Case{15, 148, 0.0578, 0.1617},
                                              Case{0, 20, 0, 0.1684}, Case{1, 29, 0.0009, 0.1776}}) {
        const ShareEstimate share = estimateRareShare(hits / of, of);
        EXPECT_NEAR(share.low, low, 5e-5) << hits << " of " << of;
        EXPECT_NEAR(share.high, high, 5e-5) << hits << " of " << of;
        const ShareEstimate mirrored = estimateRareShare(1 - hits / of, of);
        EXPECT_NEAR(mirrored.low, 1 - share.high, 1e-9);
        EXPECT_NEAR(mirrored.high, 1 - share.low, 1e-9);
    }
    EXPECT_EQ(estimateRareShare(0.5, 0).high, 1);
}

TEST(Shares, ofAMillionTheExactIntervalIsTheNormalOne)
{
    const ShareEstimate share = estimateRareShare(0.3, 1e6);
    const double half = deviationsOf95 * std::sqrt(0.3 * 0.7 / 1e6);
    EXPECT_NEAR(share.low, 0.3 - half, 2e-6);
    EXPECT_NEAR(share.high, 0.3 + half, 2e-6);
}

TEST(Shares, aWholeThatWasSeenIsCertain)
{
    const double all = std::numeric_limits<double>::infinity();
    EXPECT_EQ(estimateRareShare(0.3, all).low, 0.3);
    EXPECT_NEAR(estimateSampledShare(0.3, all).high, 0.3, 1e-12);
}

TEST(Strata, oneWithoutEndIsThePlainShare)
{
    const SampledShare share = combineStrata({{7, 81, 263, std::nullopt}});
    EXPECT_NEAR(share.value, 81.0 / 263, 1e-12);
    EXPECT_NEAR(share.worth, 263, 1e-9);
}

// Three quarters at 2 of 10, a quarter at 5 of 10: 0.75 * 0.2 + 0.25 * 0.5.
TEST(Strata, countByTheirWeight)
{
    EXPECT_NEAR(combineStrata({{300, 2, 10, std::nullopt}, {100, 5, 10, std::nullopt}}).value, 0.275, 1e-12);
}

TEST(Strata, whollySeenOnesAreCertain)
{
    EXPECT_TRUE(std::isinf(combineStrata({{40, 3, 40, 40}, {1, 1, 1, 1}}).worth));
    EXPECT_GT(combineStrata({{40, 3, 30, 40}}).worth, combineStrata({{40, 3, 30, std::nullopt}}).worth * 3);
    EXPECT_EQ(combineStrata({}).worth, 0);
}

// A rule's precision in a week: 20 to 150 alerts judged, 50 to 98 % of what such alerts are is true.
TEST(Shares, wilsonsIntervalHoldsThePrecisionOfAWeek)
{
    EXPECT_GE(coverage::of([](auto& random) {
                  const double truth = coverage::between(random, 0.5, 0.98);
                  const int judged = coverage::wholeBetween(random, 20, 150);
                  const ShareEstimate precision = estimateShare(coverage::hits(random, judged, truth), judged);
                  return precision.low <= truth && truth <= precision.high;
              }),
              coverage::least);
}

}
}
