#include "model/figures/recall.h"

#include "tests/support/coverage.h"

#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace signalbox {
namespace {

// 1,000 / 50 * 1 + 200 / 20 * 3 = 20 + 30 are missed: 150 of 200 were found.
TEST(Recall, missedOnesStandForTheirStratum)
{
    const RecallEstimate estimate = estimateRecall(150, {{1000, 50, 1}, {200, 20, 3}});
    ASSERT_TRUE(estimate.recall);
    EXPECT_NEAR(estimate.missed, 50, 1e-9);
    EXPECT_NEAR(estimate.recall->value, 0.75, 1e-12);
    EXPECT_NEAR(estimate.recall->low, 150 / (150 + estimate.missedHigh), 1e-12);
    EXPECT_NEAR(estimate.recall->high, 150 / (150 + estimate.missedLow), 1e-12);
    EXPECT_LT(estimate.missedLow, 50);
    EXPECT_GT(estimate.missedHigh, 50);
}

// None in 100 of a very large stratum: at most 1 - 0.025^(1/100) = 3.62 % of it.
TEST(Recall, noneMissedInASampleIsNotNoneMissed)
{
    const RecallEstimate estimate = estimateRecall(90, {{1'000'000, 100, 0}});
    EXPECT_EQ(estimate.recall->value, 1);
    EXPECT_EQ(estimate.recall->high, 1);
    EXPECT_NEAR(estimate.missedHigh, 36'217, 10);
}

TEST(Recall, aWhollyJudgedStratumIsCertain)
{
    const RecallEstimate estimate = estimateRecall(30, {{40, 40, 10}, {0, 0, 0}});
    EXPECT_EQ(estimate.recall->low, 0.75);
    EXPECT_EQ(estimate.recall->high, 0.75);
}

TEST(Recall, theIntervalKeepsToWhatWasSeen)
{
    const RecallEstimate estimate = estimateRecall(10, {{12, 10, 1}});
    EXPECT_GE(estimate.missedLow, 1);
    EXPECT_LE(estimate.missedHigh, 3);
}

TEST(Recall, saysWhyItIsUnknown)
{
    const RecallEstimate unsampled = estimateRecall(10, {{100, 10, 1}, {50, 0, 0}});
    EXPECT_FALSE(unsampled.recall);
    EXPECT_EQ(unsampled.gap, RecallGap::StratumNotSampled);
    const RecallEstimate nothing = estimateRecall(0, {{100, 10, 0}});
    EXPECT_FALSE(nothing.recall);
    EXPECT_EQ(nothing.gap, RecallGap::NothingToRecall);
    EXPECT_EQ(estimateRecall(10, {}).recall->low, 1);
    EXPECT_EQ(estimateRecall(0, {{100, 10, 2}}).recall->value, 0);
}

struct SilentTruth {
    int conversations, missed, sampled;
};

// Rare misses, none, few samples, equal strata, one judged wholly. Wilson's limits by stratum combined by MOVER hold
// the truth in 89 to 91 % of the weeks for several of these, which is why the interval is the exact one.
TEST(Recall, theIntervalHoldsTheTruthAlsoWhereMissesAreRare)
{
    const std::vector<std::pair<const char*, std::vector<SilentTruth>>> cases{
        {"near, far and very far", {{300, 30, 30}, {2000, 20, 30}, {10'000, 10, 30}}},
        {"one in 200", {{5000, 25, 100}}},
        {"one in 550", {{5000, 9, 100}}},
        {"nothing missed", {{500, 0, 20}, {5000, 0, 20}}},
        {"one in 250 of the far", {{300, 60, 30}, {10'000, 40, 30}}},
        {"most in the far, often unseen", {{300, 60, 30}, {10'000, 300, 30}}},
        {"five samples each", {{100, 20, 5}, {1000, 20, 5}, {5000, 10, 5}}},
        {"four alike", {{1000, 20, 25}, {1000, 20, 25}, {1000, 20, 25}, {1000, 20, 25}}},
        {"many samples", {{300, 60, 100}, {3000, 150, 200}}},
        {"one judged wholly", {{50, 10, 50}, {1000, 50, 60}}},
        {"hardly and often", {{1000, 2, 50}, {1000, 300, 50}}}};
    constexpr int found = 120;
    for (const auto& [name, strata] : cases) {
        int missed = 0;
        for (const SilentTruth& stratum : strata)
            missed += stratum.missed;
        const double truth = static_cast<double>(found) / (found + missed);
        EXPECT_GE(coverage::of([&, &week = strata](auto& random) {
                      std::vector<SilentStratum> silent;
                      for (const SilentTruth& stratum : week)
                          silent.push_back(
                              {stratum.conversations, stratum.sampled,
                               coverage::drawnHits(random, stratum.sampled, stratum.conversations, stratum.missed)});
                      const RecallEstimate estimate = estimateRecall(found, silent);
                      return estimate.recall->low <= truth + 1e-12 && truth <= estimate.recall->high + 1e-12;
                  }),
                  coverage::least)
            << name;
    }
}

}
}
