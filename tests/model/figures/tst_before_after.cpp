#include "model/figures/before_after.h"

#include "tests/support/coverage.h"

#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace signalbox {
namespace {

// 48 of 80 before, 56 of 70 after, the first example of Newcombe's paper.
TEST(BeforeAfter, withOneStratumTheIntervalIsNewcombes)
{
    const auto change = compareConversion({{48, 80, 56, 70}});
    ASSERT_TRUE(change);
    EXPECT_NEAR(change->before.value, 0.6, 1e-12);
    EXPECT_NEAR(change->lift.value, 0.2, 1e-12);
    EXPECT_NEAR(change->lift.low, 0.0524, 1e-4);
    EXPECT_NEAR(change->lift.high, 0.3339, 1e-4);
    EXPECT_EQ(change->compared, 150);
}

// Each stratum converts as before, 10 and 50 %, and the second grows from 100 to 300 of 400. Unstandardised that looks
// like 20 to 40 %; on the mix of both times, half and half, it is 30 % twice.
TEST(BeforeAfter, aChangeOfTheMixIsNoLift)
{
    const auto change = compareConversion({{30, 300, 10, 100}, {50, 100, 150, 300}});
    EXPECT_NEAR(change->before.value, 0.3, 1e-12);
    EXPECT_NEAR(change->after.value, 0.3, 1e-12);
    EXPECT_NEAR(change->lift.value, 0, 1e-12);
    EXPECT_LT(change->lift.low, 0);
    EXPECT_GT(change->lift.high, 0);
}

TEST(BeforeAfter, whatHasNothingToCompareWithIsLeftOutAndCounted)
{
    const auto change = compareConversion({{5, 50, 10, 50}, {3, 30, 0, 0}, {0, 0, 9, 10}});
    EXPECT_NEAR(change->lift.value, 0.1, 1e-12);
    EXPECT_EQ(change->compared, 100);
    EXPECT_EQ(change->leftOut, 40);
    EXPECT_FALSE(compareConversion({{3, 30, 0, 0}}));
    EXPECT_FALSE(compareConversion({}));
}

struct ConversionTruth {
    int before;
    double shareBefore;
    int after;
    double shareAfter;
};

// From one large stratum to forty of six conversations each, with and without a lift.
TEST(BeforeAfter, theLiftsIntervalHoldsTheTruth)
{
    const std::vector<std::pair<const char*, std::vector<ConversionTruth>>> cases{
        {"one", {{80, 0.2, 60, 0.3}}},
        {"rare", {{300, 0.02, 300, 0.03}}},
        {"a shifted mix", {{300, 0.05, 100, 0.07}, {100, 0.3, 300, 0.33}, {20, 0.5, 10, 0.4}}},
        {"no lift", {{50, 0.1, 60, 0.1}, {40, 0.2, 10, 0.2}, {8, 0.6, 12, 0.6}, {5, 0.05, 30, 0.05}}},
        {"forty small ones", std::vector<ConversionTruth>(40, {6, 0.1, 6, 0.15})},
        {"forty very small ones", std::vector<ConversionTruth>(40, {2, 0.25, 3, 0.35})},
        {"a hundred single ones", std::vector<ConversionTruth>(100, {1, 0.1, 1, 0.2})}};
    for (const auto& [name, truths] : cases) {
        double lift = 0;
        double all = 0;
        for (const ConversionTruth& truth : truths) {
            lift += (truth.before + truth.after) * (truth.shareAfter - truth.shareBefore);
            all += truth.before + truth.after;
        }
        lift /= all;
        EXPECT_GE(coverage::of([&, &week = truths](auto& random) {
                      std::vector<ConversionStratum> strata;
                      for (const ConversionTruth& truth : week)
                          strata.push_back({coverage::hits(random, truth.before, truth.shareBefore), truth.before,
                                            coverage::hits(random, truth.after, truth.shareAfter), truth.after});
                      const auto change = compareConversion(strata);
                      return change->lift.low <= lift && lift <= change->lift.high;
                  }),
                  coverage::least)
            << name;
    }
}

}
}
