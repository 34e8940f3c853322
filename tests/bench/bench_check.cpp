// signalbox check on rulebooks of many policies. Budget: 60 s for 1,000; 10,000 get as far as they come in 120 s.
#include "routing/proof/check.h"
#include "routing/rulebook/rulebook_json.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>

namespace signalbox {
namespace {

void check(benchmark::State& state, const std::string& set)
{
    std::ifstream file(std::string(SHARED_DATA) + "/bench/data/" + set + "/policies-" + std::to_string(state.range(0))
                       + ".json");
    std::stringstream text;
    text << file.rdbuf();
    const auto rulebook = readRulebook(text.str());
    if (!file || !rulebook) {
        state.SkipWithError("no shared data beside the checkout");
        return;
    }
    for (auto _ : state) {
        ProofLimits limits;
        limits.secondsLeft = [started = std::chrono::steady_clock::now()] {
            return 120 - std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
        };
        const auto findings = checkRulebook(*rulebook, {}, {}, limits);
        state.counters["findings"] = static_cast<double>(findings.size());
        state.counters["undecided"] = static_cast<double>(std::count_if(
            findings.begin(), findings.end(), [](const Finding& one) { return one.kind == FindingKind::Undecided; }));
    }
}

BENCHMARK_CAPTURE(check, typical, "typical")->Arg(100)->Arg(1000)->Arg(10000)->Unit(benchmark::kSecond)->Iterations(1);
BENCHMARK_CAPTURE(check, adversarial, "adversarial")
    ->Arg(100)
    ->Arg(1000)
    ->Arg(10000)
    ->Unit(benchmark::kSecond)
    ->Iterations(1);

}
}
