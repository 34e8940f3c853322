#include "model/figures/agreement.h"

#include "tests/support/coverage.h"

#include <cmath>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace signalbox {
namespace {

using Table = std::vector<std::vector<int>>;   // row by row of what was said first

ConfusionMatrix matrixOf(const Table& table, int times = 1)
{
    ConfusionMatrix matrix(table.size());
    for (std::size_t first = 0; first < table.size(); ++first)
        for (std::size_t truth = 0; truth < table.size(); ++truth)
            for (int i = 0; i < table[first][truth] * times; ++i)
                matrix.add(first, truth);
    return matrix;
}

// Right: 8 + 20 + 60 of 100. Truly top: 10, of which 2 were lower. Truly lower: 90, of which 3 were top.
TEST(Agreement, countsWhatWasRightTooLowAndTooHigh)
{
    const ConfusionMatrix matrix = matrixOf({{8, 2, 1}, {1, 20, 4}, {1, 3, 60}});
    EXPECT_EQ(matrix.count(), 100);
    EXPECT_EQ(matrix.weight(1, 2), 4);
    EXPECT_NEAR(matrix.accuracy().value, 0.88, 1e-12);
    EXPECT_NEAR(matrix.accuracy().low, estimateShare(88, 100).low, 1e-12);
    EXPECT_NEAR(matrix.underTriage().value, 0.2, 1e-12);
    EXPECT_NEAR(matrix.underTriage().high, estimateShare(2, 10).high, 1e-12);
    EXPECT_NEAR(matrix.overTriage().value, 3.0 / 90, 1e-12);
}

TEST(Agreement, ofNothingAnythingIsPossible)
{
    const ConfusionMatrix nothing(3);
    EXPECT_EQ(nothing.accuracy().low, 0);
    EXPECT_EQ(nothing.accuracy().high, 1);
    EXPECT_FALSE(nothing.kappa());
    EXPECT_EQ(matrixOf({{0, 0}, {1, 5}}).underTriage().high, 1);
}

// 10 corrections, all wrong, and 20 of the other 190 looked at, 19 right: (19 * 9.5) / 200 = 0.9025, not 19 / 30.
// Kish: 200^2 / (10 + 20 * 9.5^2) = 22.0398.
TEST(Agreement, weighsBySampling)
{
    ConfusionMatrix matrix(2);
    for (int i = 0; i < 10; ++i)
        matrix.add(1, 0);
    for (int i = 0; i < 20; ++i)
        matrix.add(1, i < 19 ? 1 : 0, 9.5);
    EXPECT_EQ(matrix.count(), 30);
    EXPECT_NEAR(matrix.accuracy().value, 0.9025, 1e-12);
    EXPECT_NEAR(matrix.accuracy().low, estimateSampledShare(0.9025, 22.0398).low, 1e-5);
}

// Observed (20 + 15) / 50 = 0.7, by chance 0.5 * 0.6 + 0.5 * 0.4 = 0.5.
TEST(Agreement, kappaOfTwoLabelsIsAsInTextbooks)
{
    const auto kappa = matrixOf({{20, 5}, {10, 15}}).kappa();
    EXPECT_NEAR(kappa->value, 0.4, 1e-12);
    EXPECT_LT(kappa->low, 0.2);
    EXPECT_GT(kappa->high, 0.55);
}

// The table of Fleiss, Levin and Paik, "Statistical Methods for Rates and Proportions": kappa 0.68. Fleiss, Cohen and
// Everitt's formula by hand: 1 / (1 - 0.66) * sqrt((0.29519 + 0.00804 - 0.21431) / 100) = 0.0877. A hundredfold table
// has a tenth of it, and three more answers in 10,000 change nothing.
TEST(Agreement, kappasStandardErrorIsAsPublished)
{
    const Table cases{{75, 1, 4}, {5, 4, 1}, {0, 0, 10}};
    EXPECT_NEAR(matrixOf(cases).kappa()->value, 0.6765, 1e-4);
    const auto many = matrixOf(cases, 100).kappa();
    EXPECT_NEAR((many->high - many->low) / 2 / deviationsOf95, 0.00877, 5e-6);
}

// Distances squared, 1 for the farthest: observed 10 of 40 by a quarter, 0.0625; by chance 750 / 1600 by a quarter and
// 325 / 1600 whole, 0.3203. 1 - 0.0625 / 0.3203 = 33 / 41.
TEST(Agreement, quadraticKappaForgivesTheNeighbour)
{
    const ConfusionMatrix matrix = matrixOf({{10, 5, 0}, {0, 10, 5}, {0, 0, 10}});
    EXPECT_NEAR(matrix.quadraticKappa()->value, 33.0 / 41, 1e-12);
    EXPECT_LT(matrix.kappa()->value, 33.0 / 41);
    EXPECT_NEAR(matrixOf({{20, 5}, {10, 15}}).quadraticKappa()->value, 0.4, 1e-12);
}

TEST(Agreement, fullAgreementOfFewIsNotCertain)
{
    const auto kappa = matrixOf({{5, 0}, {0, 15}}).kappa();
    EXPECT_EQ(kappa->value, 1);
    EXPECT_EQ(kappa->high, 1);
    EXPECT_LT(kappa->low, 0.7);
    EXPECT_FALSE(matrixOf({{0, 0}, {0, 15}}).kappa());
}

TEST(Agreement, allWeightsTwiceAreTheSame)
{
    ConfusionMatrix once(3);
    ConfusionMatrix twice(3);
    for (std::size_t i = 0; i < 60; ++i) {
        once.add(i % 3, i % 7 % 3, 1.0 + static_cast<double>(i % 2));
        twice.add(i % 3, i % 7 % 3, 2.0 + 2.0 * static_cast<double>(i % 2));
    }
    EXPECT_NEAR(once.accuracy().low, twice.accuracy().low, 1e-12);
    EXPECT_NEAR(once.quadraticKappa()->low, twice.quadraticKappa()->low, 1e-12);
}

bool holds(const ShareEstimate& estimate, double truth) { return estimate.low <= truth && truth <= estimate.high; }

struct JudgedPart {
    double conversations;
    int judged;
    double right;
};

// Parts looked at with chances of their own; the part with the large weights is the worse one, the better one, or
// alike.
TEST(Agreement, theWeightedAccuracysIntervalHoldsTheTruth)
{
    const std::vector<std::vector<JudgedPart>> cases{
        {{1000, 20, 0.5}, {1000, 200, 0.98}}, {{1000, 20, 0.5}, {1000, 1000, 0.995}},
        {{1000, 30, 0.9}, {200, 100, 0.6}},   {{900, 15, 0.95}, {100, 50, 0.5}},
        {{2000, 30, 0.97}, {300, 60, 0.7}},   {{1000, 30, 0.85}, {500, 30, 0.85}}};
    for (const auto& parts : cases) {
        double right = 0;
        double all = 0;
        for (const JudgedPart& part : parts) {
            right += part.conversations * part.right;
            all += part.conversations;
        }
        EXPECT_GE(coverage::of([&](auto& random) {
                      ConfusionMatrix matrix(2);
                      for (const JudgedPart& part : parts)
                          for (int i = 0; i < part.judged; ++i)
                              matrix.add(coverage::chance(random) < part.right ? 0 : 1, 0,
                                         part.conversations / part.judged);
                      return holds(matrix.accuracy(), right / all);
                  }),
                  coverage::least)
            << parts.front().judged << " of " << parts.front().conversations << ", " << parts.front().right << " right";
    }
}

// A week of 1,000: agents correct a part of what is wrong, all of which is known; of the rest a sample is judged.
TEST(Agreement, correctionsWithASampleOfTheRestHoldTheWeeksAccuracy)
{
    for (const double wrong : {0.05, 0.15, 0.3})
        for (const double corrected : {0.3, 0.7})
            EXPECT_GE(coverage::of([&](auto& random) {
                          const int wrongOnes = coverage::hits(random, 1000, wrong);
                          const int corrections = coverage::hits(random, wrongOnes, corrected);
                          const int rest = 1000 - corrections;
                          const int judged = 40;
                          const int found = coverage::drawnHits(random, judged, rest, wrongOnes - corrections);
                          ConfusionMatrix matrix(2);
                          for (int i = 0; i < corrections; ++i)
                              matrix.add(1, 0);
                          for (int i = 0; i < judged; ++i)
                              matrix.add(i < found ? 1 : 0, 0, static_cast<double>(rest) / judged);
                          return holds(matrix.accuracy(), (1000 - wrongOnes) / 1000.0);
                      }),
                      coverage::least)
                << wrong << " wrong, " << corrected << " of it corrected";
}

using Chances = std::vector<std::vector<double>>;

// How likely each pair of labels is when the second keeps the first with `kept` and else guesses by how common they
// are.
Chances pairChances(const std::vector<double>& common, double kept)
{
    Chances chances(common.size(), std::vector<double>(common.size()));
    for (std::size_t first = 0; first < common.size(); ++first)
        for (std::size_t second = 0; second < common.size(); ++second)
            chances[first][second]
                = common[first] * (first == second ? kept : 0) + common[first] * common[second] * (1 - kept);
    return chances;
}

std::pair<std::size_t, std::size_t> drawnPair(std::mt19937_64& random, const Chances& chances)
{
    double left = coverage::chance(random);
    for (std::size_t first = 0; first < chances.size(); ++first)
        for (std::size_t second = 0; second < chances.size(); ++second)
            if ((left -= chances[first][second]) < 0)
                return {first, second};
    return {0, 0};
}

// With labels drawn so, kappa is exactly `kept`, plain or quadratic: chance agreement is what guessing gives.
TEST(Agreement, kappasIntervalHoldsTheTruth)
{
    for (const auto& common : {std::vector{0.3, 0.7}, std::vector{0.15, 0.25, 0.6}})
        for (const double kept : {0.3, 0.6, 0.8, 0.9}) {
            const Chances chances = pairChances(common, kept);
            const auto week = [&](auto& random, auto kappa) {
                const int labelled = coverage::wholeBetween(random, 30, 120);
                ConfusionMatrix matrix(common.size());
                for (int i = 0; i < labelled; ++i) {
                    const auto [first, second] = drawnPair(random, chances);
                    matrix.add(first, second);
                }
                const auto estimate = (matrix.*kappa)();
                return estimate && holds(*estimate, kept);
            };
            EXPECT_GE(coverage::of([&](auto& random) { return week(random, &ConfusionMatrix::kappa); }),
                      coverage::least)
                << common.size() << " classes, kappa " << kept;
            EXPECT_GE(coverage::of([&](auto& random) { return week(random, &ConfusionMatrix::quadraticKappa); }),
                      coverage::least)
                << common.size() << " classes, quadratic kappa " << kept;
        }
}

// The same, one half of the conversations looked at four times as often as the other, which agrees less.
TEST(Agreement, kappasIntervalHoldsTheTruthOfAWeightedSample)
{
    const std::vector common{0.15, 0.25, 0.6};
    const Chances often = pairChances(common, 0.9);
    const Chances seldom = pairChances(common, 0.5);
    EXPECT_GE(coverage::of([&](auto& random) {
                  ConfusionMatrix matrix(3);
                  for (int i = 0; i < 200; ++i) {
                      const auto [first, second] = drawnPair(random, i < 160 ? often : seldom);
                      matrix.add(first, second, i < 160 ? 1 : 4);
                  }
                  return holds(*matrix.quadraticKappa(), 0.7);
              }),
              coverage::least);
}

}
}
