// All four figures with all their breakdowns, over one million conversations and 100,000
// alerts. Budget (docs/performance.md): under a second after the first opening, also when the journal has gone on since.
#include "app/analysis/review.h"
#include "model/figures/alert_precision.h"
#include "model/figures/priority_accuracy.h"
#include "model/figures/priority_conversion.h"
#include "model/figures/response_time.h"
#include "model/storage/figures_store.h"
#include "model/storage/sqlite_pieces.h"
#include "tests/bench/bench_workspace.h"

#include <benchmark/benchmark.h>

#include <functional>

namespace signalbox {
namespace {

constexpr int conversations = 1'000'000;
const Instant begin = *fromIso8601("2025-06-02T08:00:00Z");
constexpr std::int64_t yearOfMicroseconds = 365LL * 86'400 * 1'000'000;

// Rows as the projections leave them: a year of conversations on two channels, in 12 queues, with 60 agents, 40 versions of
// the rulebook and 4 tiers, an eighth of them of the top one; each tenth has an alert, each fifth of these a label of ten.
std::string rowsInSql()
{
    const std::string count = std::to_string(conversations);
    const std::string opened
        = std::to_string(toMicroseconds(begin)) + " + i * (" + std::to_string(yearOfMicroseconds / conversations) + ")";
    return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + count + "), r AS (SELECT i, "
        + opened
        + " AS at, (i * 7919) % 1000 AS a, (i * 104729) % 997 AS b FROM n) "
          "INSERT INTO conversation (id, visitor, visitor_name, channel, origin, offerable, tier, tier_rank, "
          "opened_at, "
          "last_message_at, closed_at, outcome, first_inbound_at, left_ai_at, first_queue, first_tier, first_version, "
          "top_at, top_version, answered_at, answered_by, top_answered_at, qualified_at) "
          "SELECT i, 'visitor-' || (i - a % 3), 'Visitor', iif(a % 4 = 0, 'whatsapp', 'website'), 'live', 1, "
          "'P' || (1 + a % 4), a % 4, at, at, iif(b < 990, at + 3600000000, NULL), "
          "CASE b % 6 WHEN 0 THEN 'converted' WHEN 1 THEN 'spam' ELSE 'resolved' END, at, "
          "iif(b % 5 = 0, NULL, at + 20000000), 'queue-' || (b % 12), 'P' || (1 + (a + (b % 7 = 0)) % 4), 1 + i / "
          "25001, "
          "iif(a % 8 = 0, at + 30000000, NULL), 1 + i / 25001, iif(b % 5 = 0, NULL, at + 60000000 + b * 500000), "
          "'agent-' || (a % 60), iif(a % 8 = 0 AND b % 5 <> 0 AND b % 9 <> 0, at + 60000000 + b * 500000 + i % "
          "1000000, "
          "NULL), iif(b % 3 = 0, NULL, at + 40000000) FROM r;"
          "INSERT INTO journal (sequence, at, kind, conversation, payload) SELECT id, opened_at, "
          "'conversation_opened', id, "
          "'{}' FROM conversation WHERE id % 10 = 0;"
          "INSERT INTO message (id, conversation, sequence, author, agent, author_name, text, at, internal_note, "
          "citations) "
          "SELECT 'm' || id, id, 1, 'agent', answered_by, 'A', 'Hello', opened_at + 90000000, 0, '[]' FROM "
          "conversation "
          "WHERE id % 10 = 0;"
          "INSERT INTO alert (sequence, conversation, alert, text, at, owner, held_back, rulebook_version, tier, "
          "ended_at) "
          "SELECT id, id, 'trigger-' || (id / 10 % 9), '', opened_at + 50000000, answered_by, iif(id % 70 = 0, "
          "'budget', "
          "'no'), first_version, tier, closed_at FROM conversation WHERE id % 10 = 0;"
          "INSERT INTO label (conversation, alert, trigger_id, labelled_by, verdict, tier, reason, second, at) SELECT id, id, 'trigger-' || (id / 10 % 9), 'lead', iif(id % 40 = 0, 'false', 'true'), "
          "'', '', "
          "0, opened_at FROM conversation WHERE id % 10 = 0 AND id % 50 <> 0;"
          "INSERT INTO label (conversation, alert, trigger_id, labelled_by, verdict, tier, reason, second, at) SELECT id, 0, '', 'lead', 'true', 'P' || (1 + id % 4), '', 0, opened_at FROM conversation "
          "WHERE id % 100 = 1;"
          "INSERT INTO label (conversation, alert, trigger_id, labelled_by, verdict, tier, reason, second, at) SELECT id, 0, 'trigger-' || (id % 9), 'lead', iif(id % 31 = 0, 'true', 'false'), '', '', "
          "0, "
          "opened_at FROM conversation WHERE id % 100 = 3;";
}

std::string officeHours()
{
    std::string open;
    for (int day = -30; day < 760; ++day)
        for (const int hour : {0, 5})
            open += (open.empty() ? "[\"" : ",[\"")
                + toIso8601(begin + std::chrono::days{day} + std::chrono::hours{hour}) + "\",\""
                + toIso8601(begin + std::chrono::days{day} + std::chrono::hours{hour + 4}) + "\"]";
    return "{\"office\":[" + open + "]}";
}

// A list of JSON, its entries made from 0 to count - 1.
std::string listOf(int count, const std::function<std::string(const std::string&)>& entry)
{
    std::string list;
    for (int i = 0; i < count; ++i)
        list += (i > 0 ? "," : "") + entry(std::to_string(i));
    return "[" + list + "]";
}

RulebookPublished published(int version)
{
    const std::string queues = listOf(12, [](const std::string& i) {
        return R"({"id":"queue-)" + i + R"(","name":"Queue )" + i + R"(","schedule":"office"})";
    });
    const std::string alerts = listOf(9, [](const std::string& i) {
        return R"({"id":"trigger-)" + i + R"(","name":"Trigger )" + i
            + R"(","when":{"attr":"intent_score","op":"ge","value":6)" + i + "}}";
    });
    return {version,
            R"({"rulebook":1,"schedules":[{"id":"office","name":"Office","timezone":"UTC","weekly":[{"days":["mon"],)"
            R"("from":"08:00","to":"17:00"}]}],"tiers":[)"
            R"({"id":"P1","name":"1","when":{"attr":"intent_score","op":"ge","value":80}},)"
            R"({"id":"P2","name":"2","when":{"attr":"intent_score","op":"ge","value":60}},)"
            R"({"id":"P3","name":"3","when":{"attr":"intent_score","op":"ge","value":40}},)"
            R"({"id":"P4","name":"4","when":{"all":[]}}],"policies":[{"id":"all","name":"All","when":{"all":[]},)"
            R"("actions":[{"type":"transfer_to_queue","queue":"queue-0"}]}],"queues":)"
                + queues + ",\"alerts\":" + alerts + "}",
            officeHours(), "", "ines"};
}

struct Past {
    bench::Folder folder;
    Database database = bench::openOrThrow(folder.path / "figures.signalbox");
    int lately = conversations;

    Past()
    {
        storage::executeScript(database.session(), "PRAGMA synchronous=OFF; BEGIN;" + rowsInSql() + "COMMIT;");
        std::vector<Event> events;
        for (int version = 1; version <= 40; ++version)
            events.push_back({0, begin + std::chrono::days{9 * (version - 1)}, published(version)});
        JournalWriter writer(database);
        bench::appendOrThrow(writer, events);
    }
    void goOn(JournalWriter& writer)
    {
        std::vector<Event> events;
        for (int i = 0; i < 100; ++i)
            events.push_back(bench::opening(++lately));
        bench::appendOrThrow(writer, events);
    }
};

Past& past()
{
    static Past made;
    return made;
}

const FigureRows& rowsOf(FiguresStore& store)
{
    const auto rows = store.rows();
    if (!rows)
        throw std::runtime_error(rows.error().message);
    return **rows;
}

FigureQuestion asked() { return {.now = begin + std::chrono::days{380}}; }

void firstOpening(benchmark::State& state)
{
    for (auto _ : state) {
        FiguresStore store(past().database);
        benchmark::DoNotOptimize(rowsOf(store).conversations.size());
    }
}

// The whole question: follow the journal by 100 conversations, then everything.
void allFigures(benchmark::State& state)
{
    FiguresStore store(past().database);
    JournalWriter writer(past().database);
    (void)rowsOf(store);
    for (auto _ : state) {
        state.PauseTiming();
        past().goOn(writer);
        state.ResumeTiming();
        const FigureRows& rows = rowsOf(store);
        benchmark::DoNotOptimize(priorityAccuracy(rows, asked(), everyDimension).whole.judged);
        benchmark::DoNotOptimize(responseTime(rows, asked(), everyDimension).whole.owed);
        benchmark::DoNotOptimize(alertPrecision(rows, asked(), everyDimension).whole.truths);
        benchmark::DoNotOptimize(priorityConversion(rows, asked(), everyDimension).whole.of);
        state.counters["read"] = static_cast<double>(store.readLast());
    }
    state.counters["conversations"] = static_cast<double>(rowsOf(store).conversations.size());
    state.counters["alerts"] = static_cast<double>(rowsOf(store).alerts.size());
}

template <auto Figure>
void oneFigure(benchmark::State& state)
{
    FiguresStore store(past().database);
    const FigureRows& rows = rowsOf(store);
    for (auto _ : state)
        benchmark::DoNotOptimize(Figure(rows, asked(), std::span<const Dimension>(everyDimension)).by.size());
}

// The review of a week, read again: its alerts and sample, and all past alerts and labels for the curves.
void reviewAgain(benchmark::State& state)
{
    History history(past().folder.path / "figures.signalbox");
    const Instant monday = *fromIso8601("2026-03-02T00:00:00Z");
    const ReviewQuestion week{monday, monday + std::chrono::days{7}, Origin::Live, 40};
    const auto read = [&] {
        const auto review = readReview(history, week, {});
        if (!review)
            throw std::runtime_error(review.error().message);
        return *review;
    };
    const ReviewData first = read();
    for (auto _ : state)
        benchmark::DoNotOptimize(read().past.size());
    state.counters["alerts_of_week"] = static_cast<double>(first.alerts.size());
    state.counters["past_alerts"] = static_cast<double>(first.past.size());
    state.counters["labels"] = static_cast<double>(first.labels.size());
}

BENCHMARK(reviewAgain)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(5);
BENCHMARK(firstOpening)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
BENCHMARK(allFigures)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(5);
BENCHMARK(oneFigure<priorityAccuracy>)->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(oneFigure<responseTime>)->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(oneFigure<alertPrecision>)->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(oneFigure<priorityConversion>)->Unit(benchmark::kMillisecond)->Iterations(3);

}
}
