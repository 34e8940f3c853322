#include "model/figures/shares.h"

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

}
}
