// A full import of MultiDoGO train, all six industries, at once, into a fresh workspace with the sample's rulebook.
// Budget: 5,000 messages a second, journaled, understood, decided and on the disk.
#include "app/channels/transcript_import.h"
#include "app/console/sample_workspace.h"
#include "app/router/router_host.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <unistd.h>

namespace signalbox {
namespace {

std::vector<std::filesystem::path> trainFiles()
{
    std::vector<std::filesystem::path> files;
    for (const char* const industry : {"airline", "fastfood", "finance", "insurance", "media", "software"}) {
        const auto file
            = std::filesystem::path(SHARED_DATA) / "data" / "multidogo" / (std::string(industry) + "_train.tsv.gz");
        if (std::filesystem::exists(file))
            files.push_back(file);
    }
    return files;
}

void importMultidogoTrain(benchmark::State& state)
{
    const auto files = trainFiles();
    if (files.size() != 6)
        return state.SkipWithError("MultiDoGO is not beside the checkout");
    const auto folder = std::filesystem::temp_directory_path() / ("signalbox-bench-" + std::to_string(::getpid()));
    std::int64_t added = 0;
    std::int64_t conversations = 0;
    for (auto _ : state) {
        state.PauseTiming();
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        auto host = RouterHost::start(folder / "bench.signalbox", std::make_unique<SystemClock>(), "bench_import");
        if (!host || !performAll(**host, sampleCommands().value()))
            return state.SkipWithError("the workspace could not be made");
        state.ResumeTiming();
        const ImportReport report = TranscriptImport(**host, {files, std::nullopt, 0}).run();
        added += report.added;
        conversations = report.conversations;
        state.PauseTiming();
        host->reset();
        state.ResumeTiming();
    }
    std::filesystem::remove_all(folder);
    state.SetItemsProcessed(added);
    state.counters["conversations"] = double(conversations);
}

BENCHMARK(importMultidogoTrain)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

}
}
