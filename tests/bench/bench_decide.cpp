// Deciding from contexts in native form, compiling, explaining. Budgets (docs/performance.md): 10,000 policies compile in under
// a second, one decision against 10,000 is explained in under 5 ms. The workload is the one beside the checkout; where it is
// missing these are skipped.
#include "routing/conditions/index/match_memory.h"
#include "routing/conditions/index/policy_index.h"
#include "routing/conditions/index/vocabulary.h"
#include "routing/context/context_json.h"
#include "routing/engine.h"
#include "routing/rulebook/rulebook_json.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace signalbox {
namespace {

const std::filesystem::path data = std::filesystem::path(SHARED_DATA) / "bench" / "data";
const std::vector<std::string> shapes{"typical", "adversarial"};
constexpr int sizes[]{10, 100, 1000, 10000};

std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

Rulebook rulebookOf(const std::string& shape, int size)
{
    return *readRulebook(contentOf(data / shape / ("policies-" + std::to_string(size) + ".json")));
}

void firstMatch(benchmark::State& state, const std::string& shape, int size)
{
    const Engine engine(rulebookOf(shape, size), 1, {});
    const auto values = *readContexts(contentOf(data / "contexts.json"), engine.rulebook());
    std::vector<NativeContext> contexts(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        engine.policyIndex().vocabulary().fill(contexts[i], values[i], {}, {});
    MatchMemory memory;
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(engine.policyIndex().firstMatch(contexts[i], memory));
        i = i + 1 == contexts.size() ? 0 : i + 1;
    }
    state.SetItemsProcessed(state.iterations());
}

void compile(benchmark::State& state, const std::string& shape, int size)
{
    const Rulebook rulebook = rulebookOf(shape, size);
    for (auto _ : state)
        benchmark::DoNotOptimize(Engine(rulebook, 1, {}).version());
}

void explain(benchmark::State& state, const std::string& shape, int size)
{
    const Engine engine(rulebookOf(shape, size), 1, {});
    const auto values = *readContexts(contentOf(data / "contexts.json"), engine.rulebook());
    std::size_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(engine.explain(values[i++ % values.size()], {}));
}

void registerAll()
{
    for (const std::string& shape : shapes)
        for (const int size : sizes) {
            const std::string name = shape + "/" + std::to_string(size);
            benchmark::RegisterBenchmark(("firstMatch/" + name).c_str(), firstMatch, shape, size);
            benchmark::RegisterBenchmark(("compile/" + name).c_str(), compile, shape, size)
                ->Unit(benchmark::kMillisecond);
            benchmark::RegisterBenchmark(("explain/" + name).c_str(), explain, shape, size)
                ->Unit(benchmark::kMillisecond);
        }
}

const bool registered = [] {
    if (std::filesystem::exists(data / "contexts.json"))
        registerAll();
    return true;
}();

}
}
