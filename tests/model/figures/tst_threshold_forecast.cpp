#include "model/figures/threshold_forecast.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace signalbox {
namespace {

KeptAlerts kept(std::int64_t all, std::int64_t truths, std::int64_t falses) { return {0, all, truths, falses}; }

TEST(ThresholdForecast, whatCameIsComparedWithWhatWasToCome)
{
    const struct {
        const char* what;
        ThresholdForecast forecast;
        bool asMany;
        std::optional<bool> asRight;
    } cases[] = {
        {"as forecast", {kept(100, 90, 10), 4, kept(25, 22, 3), 7}, true, true},
        {"far more alerts", {kept(100, 90, 10), 4, kept(60, 54, 6), 7}, false, true},
        {"none came", {kept(100, 90, 10), 4, kept(0, 0, 0), 7}, false, std::nullopt},
        {"half the days", {kept(100, 90, 10), 4, kept(13, 11, 2), 3.5}, true, true},
        {"far fewer right", {kept(100, 90, 10), 4, kept(25, 8, 17), 7}, true, false},
        {"too few labelled", {kept(100, 90, 10), 4, kept(25, 4, 0), 7}, true, std::nullopt},
        {"nothing to forecast from", {kept(0, 0, 0), 1, kept(0, 0, 0), 7}, true, std::nullopt},
    };
    for (const auto& each : cases) {
        const ForecastCheck check = checkForecast(each.forecast);
        EXPECT_EQ(check.asMany, each.asMany) << each.what;
        EXPECT_EQ(check.asRight(), each.asRight) << each.what;
    }
    EXPECT_DOUBLE_EQ(checkForecast(cases[3].forecast).expected, 12.5);
}

// Of simulated alerts whose rate stays the same the interval holds 95 in 100.
TEST(ThresholdForecast, theIntervalHoldsAsOftenAsItSays)
{
    std::mt19937 random(7);
    for (const double rate : {3.0, 12.0, 80.0})
        for (const int weeks : {1, 4, 12}) {
            std::poisson_distribution<std::int64_t> past(rate * weeks), next(rate);
            constexpr int rounds = 2000;
            int held = 0;
            for (int i = 0; i < rounds; ++i)
                held += checkForecast({kept(past(random), 0, 0), double(weeks), kept(next(random), 0, 0), 7}).asMany ? 1 : 0;
            EXPECT_GE(held, rounds * 93 / 100) << rate << " a week, " << weeks << " weeks";
        }
}

}
}
