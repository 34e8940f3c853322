// Deciding from contexts in native form and from plain values, compiling, explaining. Budgets (docs/performance.md): 10,000
// policies compile in under a second, one decision against 10,000 is explained in under 5 ms.
#include "routing/conditions/index/match_memory.h"
#include "routing/conditions/index/policy_index.h"
#include "routing/conditions/index/vocabulary.h"
#include "routing/engine.h"
#include "tests/bench/decide_workload.h"

#include <benchmark/benchmark.h>

namespace signalbox {
namespace {

// Picking rows of bits counts as deciding; interning texts does not, as it does not for the peers.
void firstMatch(benchmark::State& state, const std::string& name)
{
    const DecideWorkload& workload = decideWorkload(name);
    const Engine engine(workload.rulebook, 1, {});
    std::vector<NativeContext> contexts(workload.contexts.size());
    for (std::size_t i = 0; i < contexts.size(); ++i)
        engine.policyIndex().vocabulary().fill(contexts[i], workload.contexts[i], {}, {});
    MatchMemory memory;
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(engine.policyIndex().firstMatch(contexts[i], memory));
        i = i + 1 == contexts.size() ? 0 : i + 1;
    }
    state.SetItemsProcessed(state.iterations());
}

// The native context is made for every decision.
void firstMatchOfValues(benchmark::State& state, const std::string& name)
{
    const DecideWorkload& workload = decideWorkload(name);
    const Engine engine(workload.rulebook, 1, {});
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(engine.firstMatch(workload.contexts[i], {}));
        i = i + 1 == workload.contexts.size() ? 0 : i + 1;
    }
    state.SetItemsProcessed(state.iterations());
}

void compile(benchmark::State& state, const std::string& name)
{
    const Rulebook& rulebook = decideWorkload(name).rulebook;
    for (auto _ : state)
        benchmark::DoNotOptimize(Engine(rulebook, 1, {}).version());
}

void explain(benchmark::State& state, const std::string& name)
{
    const DecideWorkload& workload = decideWorkload(name);
    const Engine engine(workload.rulebook, 1, {});
    std::size_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(engine.explain(workload.contexts[i++ % workload.contexts.size()], {}));
}

const bool registered = [] {
    for (const std::string& name : decideWorkloads()) {
        benchmark::RegisterBenchmark(("firstMatch/" + name).c_str(), firstMatch, name);
        benchmark::RegisterBenchmark(("firstMatchOfValues/" + name).c_str(), firstMatchOfValues, name);
        benchmark::RegisterBenchmark(("compile/" + name).c_str(), compile, name)->Unit(benchmark::kMillisecond);
        benchmark::RegisterBenchmark(("explain/" + name).c_str(), explain, name)->Unit(benchmark::kMillisecond);
    }
    return true;
}();

}
}
