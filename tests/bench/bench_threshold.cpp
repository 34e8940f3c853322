// The threshold slider over past alerts. Budget: an answer well within a frame of 16 ms with 100,000 alerts.
#include "model/figures/threshold_curve.h"

#include <benchmark/benchmark.h>

#include <random>

namespace signalbox {
namespace {

std::vector<ScoredAlert> pastAlerts(std::int64_t count)
{
    std::mt19937_64 random(3);
    std::uniform_real_distribution<double> chance;
    std::vector<ScoredAlert> alerts(static_cast<std::size_t>(count));
    for (ScoredAlert& alert : alerts) {
        alert.score = 0.5 + chance(random) / 2;
        if (chance(random) < 0.7)
            alert.isTrue = chance(random) < alert.score;
    }
    return alerts;
}

void build(benchmark::State& state)
{
    const auto alerts = pastAlerts(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(ThresholdCurve(alerts));
}

void ask(benchmark::State& state)
{
    const ThresholdCurve curve(pastAlerts(state.range(0)));
    double threshold = 0.5;
    for (auto _ : state) {
        const KeptAlerts kept = curve.at(threshold);
        benchmark::DoNotOptimize(kept.precision());
        benchmark::DoNotOptimize(curve.truthsKept(kept));
        threshold = threshold < 1 ? threshold + 0.001 : 0.5;
    }
}

void suggest(benchmark::State& state)
{
    const ThresholdCurve curve(pastAlerts(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(suggestThreshold(curve, 0.9));
}

BENCHMARK(build)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(ask)->Arg(100'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(suggest)->Arg(100'000)->Unit(benchmark::kMillisecond);

}
}
