// Budget: appends in batches of 1,000 at no less than 0.7 of the same rows through SQLite's own C API; a workspace of one
// million messages opened, and its open conversations read, in less than 0.3 s.
#include "model/domain/utf8.h"
#include "model/journal/events_json.h"
#include "model/storage/conversation_store.h"
#include "model/storage/journal_store.h"

#include "tests/bench/bare_journal.h"
#include "tests/bench/bench_workspace.h"

#include <benchmark/benchmark.h>

namespace signalbox {
namespace {

using namespace bench;

constexpr int conversations = 200;

// Messages to all conversations in turn, for ever.
class Traffic {
public:
    std::vector<Event> next(std::int64_t size)
    {
        std::vector<Event> events;
        for (std::int64_t i = 0; i < size; ++i, ++m_sent)
            events.push_back(message(int(m_sent % conversations) + 1, m_sent / conversations + 1));
        return events;
    }

private:
    std::int64_t m_sent = 0;
};

std::vector<Event> openings(int count)
{
    std::vector<Event> events;
    for (int number = 1; number <= count; ++number)
        events.push_back(opening(number));
    return events;
}

void appendThroughTheWriter(benchmark::State& state)
{
    const Folder folder;
    Database database = openOrThrow(folder.path / "w.signalbox");
    JournalWriter writer(database);
    auto first = openings(conversations);
    appendOrThrow(writer, first);
    Traffic traffic;
    for (auto _ : state) {
        state.PauseTiming();
        auto events = traffic.next(state.range(0));
        state.ResumeTiming();
        appendOrThrow(writer, events);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

// The same rows, ready made, into the same tables.
void appendThroughBareSqlite(benchmark::State& state)
{
    const Folder folder;
    {
        Database database = openOrThrow(folder.path / "w.signalbox");
        JournalWriter writer(database);
        auto first = openings(conversations);
        appendOrThrow(writer, first);
    }
    BareJournal bare(folder.path / "w.signalbox");
    Traffic traffic;
    for (auto _ : state) {
        state.PauseTiming();
        std::vector<BareRow> rows;
        for (const Event& event : traffic.next(state.range(0))) {
            const auto& added = std::get<MessageAdded>(event.payload);
            rows.push_back({payloadToJson(event.payload), std::stoll(added.conversation.value), added.message.id.value,
                            added.message.sequence, added.message.authorName, added.message.text,
                            toMicroseconds(event.at)});
        }
        state.ResumeTiming();
        bare.append(rows);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void openLargeWorkspace(benchmark::State& state)
{
    const std::filesystem::path& file = largeWorkspace();
    std::size_t open = 0;
    for (auto _ : state) {
        Database database = openOrThrow(file);
        JournalWriter writer(database);
        ConversationStore store(database);
        open = store.open().value().size();
        benchmark::DoNotOptimize(store.highestNumber());
    }
    state.counters["open_conversations"] = double(open);
}

void readAHundredThousandOpen(benchmark::State& state)
{
    const Folder folder;
    Database database = openOrThrow(folder.path / "w.signalbox");
    JournalWriter writer(database);
    auto events = openings(100'000);
    appendOrThrow(writer, events);
    ConversationStore store(database);
    for (auto _ : state)
        benchmark::DoNotOptimize(store.open());
}

BENCHMARK(appendThroughTheWriter)->Arg(1)->Arg(100)->Arg(1000)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(appendThroughBareSqlite)->Arg(1)->Arg(100)->Arg(1000)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(openLargeWorkspace)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(readAHundredThousandOpen)->UseRealTime()->Unit(benchmark::kMillisecond);

}
}
