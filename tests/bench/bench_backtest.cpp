// A backtest of one million decisions on all cores, beside the bare engine deciding the same contexts on all cores. Budget
// (docs/performance.md): the backtest takes at most 1.5 times as long.
#include "app/analysis/backtest.h"
#include "app/analysis/parallel.h"
#include "routing/backtest/past_walk.h"
#include "routing/rulebook/rulebook_json.h"
#include "tests/support/past_maker.h"

#include <benchmark/benchmark.h>

#include <chrono>

namespace signalbox {
namespace {

using WallClock = std::chrono::steady_clock;
constexpr std::int64_t decisions = 1'000'000;
const Instant morning = *fromIso8601("2026-06-09T08:00:00Z");

// 200 policies over what the generated past holds, signals, and tiers that are kept.
std::string rules(int leastSize)
{
    static const char* const intents[]{"pricing", "support", "billing"};
    static const char* const countries[]{"DE", "FR", "CA", "US", "GB"};
    static const char* const pages[]{"/pricing", "/docs", "/pricing/enterprise", "/about"};
    std::string policies;
    for (int i = 0; i < 200; ++i)
        policies += std::string(i ? "," : "") + R"({"id":"p)" + std::to_string(i) + R"(","when":{"all":[)"
            + R"({"attr":"crm.company_size","op":"ge","value":)" + std::to_string(leastSize + 4 * (199 - i)) + "},"
            + R"({"attr":"ai.intent","op":"eq","value":")" + intents[i % 3] + R"("},)"
            + R"({"attr":"visitor.country","op":"ne","value":")" + countries[i % 5] + R"("},)"
            + R"({"any":[{"attr":"page.path","op":"starts","value":")" + pages[i % 4]
            + R"("},{"attr":"intent_score","op":"ge","value":)" + std::to_string(20 + i % 60) + "}]}"
            + R"(]},"actions":[{"type":"transfer_to_queue","queue":"q)" + std::to_string(i % 7) + R"("}]})";
    return R"({"rulebook":1,
        "signals":[{"id":"price","when":{"attr":"message.text","op":"contains","value":"cost"},"weight":40,"half_life_minutes":30},
                   {"id":"page","when":{"attr":"page.path","op":"starts","value":"/pricing"},"weight":30,"half_life_minutes":20}],
        "tiers":[{"id":"P1","when":{"attr":"intent_score","op":"ge","value":50},"keep_for_seconds":300},{"id":"P2","when":{"all":[]}}],
        "alerts":[{"id":"hot","when":{"attr":"intent_score","op":"ge","value":65},"cooldown_seconds":600}],
        "policies":[)"
        + policies
        + R"(],"queues":[{"id":"q0"},{"id":"q1"},{"id":"q2"},{"id":"q3"},{"id":"q4"},{"id":"q5"},{"id":"q6"}]})";
}

struct Workload {
    Workload()
    {
        maker.keepsPast = false;
        for (unsigned seed = 1; static_cast<std::int64_t>(maker.log.steps().size()) < decisions; ++seed)
            test::fillPast(maker, 20'000, seed, morning + std::chrono::days(100 * seed), seed * 100'000);
    }
    Engine live{*readRulebook(rules(100)), 1, {}};
    Engine draft{*readRulebook(rules(140)), 2, {}};
    VersionsThen then{{1, rulesThen(live.rulebook(), draft.rulebook())}};
    test::PastMaker maker{live};
};

const Workload& workload()
{
    static const Workload made;
    return made;
}

void backtestOnAllCores(benchmark::State& state)
{
    const Workload& past = workload();
    BacktestReport report;
    for (auto _ : state)
        report = countMoves(
            past.maker.log, past.draft, past.then, {Instant::min(), Instant::max(), true, true, true},
            [](const Outcome& outcome) { return outcome.target; }, coresToUse(), Errand{});
    state.counters["decisions"] = static_cast<double>(report.decisions);
    state.counters["moved"] = static_cast<double>(report.moved);
    state.counters["log_MB"] = static_cast<double>(past.maker.log.bytes()) / 1e6;
    state.SetItemsProcessed(state.iterations() * report.decisions);
}

// The decisions of some conversations as they were kept, ready to be decided again.
std::vector<Decision> kept(const PastLog& log, PastWalk& walk, std::size_t first, std::size_t end)
{
    std::vector<Decision> all;
    for (std::size_t i = first; i < end; ++i) {
        walk.start(log.conversations()[i]);
        while (walk.next()) {
            Decision decision;
            decision.conversation = log.conversations()[i].id;
            decision.at = walk.step().at;
            decision.snapshot = walk.values();
            decision.snapshot.insert_or_assign("now", decision.at);
            for (const auto& [signal, at] : walk.seen())
                decision.signalShares.push_back({signal, {}, 0, at, Score::Intent});
            all.push_back(std::move(decision));
        }
    }
    return all;
}

// Only deciding is timed: whole decisions, from contexts as their owners keep them, on as many threads.
void bareEngineOnAllCores(benchmark::State& state)
{
    const Workload& past = workload();
    const PastLog& log = past.maker.log;
    AttributeNames all;
    for (std::uint32_t i = 0; i < log.names().size(); ++i)
        all.insert(log.names().text(i));
    const std::size_t conversations = log.conversations().size();
    std::int64_t decided = 0;
    for (auto _ : state) {
        WallClock::duration spent{};
        decided = 0;
        constexpr std::size_t chunk = 4'000;
        PastWalk walk(log, all);
        for (std::size_t first = 0; first < conversations; first += chunk) {
            const auto decisionsKept = kept(log, walk, first, std::min(first + chunk, conversations));
            const unsigned workers = coresToUse();
            const auto started = WallClock::now();
            runTogether(workers, [&](unsigned worker) {
                for (std::size_t i = worker; i < decisionsKept.size(); i += workers)
                    benchmark::DoNotOptimize(past.draft.decideAgain(decisionsKept[i]).tierRank);
            });
            spent += WallClock::now() - started;
            decided += static_cast<std::int64_t>(decisionsKept.size());
        }
        state.SetIterationTime(std::chrono::duration<double>(spent).count());
    }
    state.counters["decisions"] = static_cast<double>(decided);
    state.SetItemsProcessed(state.iterations() * decided);
}

BENCHMARK(bareEngineOnAllCores)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(2);
BENCHMARK(backtestOnAllCores)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(2);

}
}
