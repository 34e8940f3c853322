// What happened on the floor over one million conversations of a year with two decisions each. Budget
// (docs/performance.md): under a second a question, also when decisions have come since and columns are read anew.
#include "app/analysis/floor_columns.h"
#include "model/figures/floor_figures.h"

#include <benchmark/benchmark.h>

namespace signalbox {
namespace {

constexpr int conversations = 1'000'000;
const Instant begin = *fromIso8601("2025-06-02T08:00:00Z");

struct FloorPast {
    FigureRows rows;
    PastLog log;

    FloorPast()
    {
        for (int i = 1; i <= conversations; ++i) {
            rows.conversations.push_back(facts(i));
            log.open({std::to_string(i)}, Channel::Website, Origin::Live, "Visitor");
        }
        for (int i = 1; i <= conversations; ++i) {
            decide(i, 0);
            decide(i, 1);
        }
    }
    // Waiting and handling times of all lengths, a fifth with the AI, some abandoned, some open, some spam.
    ConversationFacts facts(int i)
    {
        const std::uint32_t a = std::uint32_t(i) * 7919u % 1000u, b = std::uint32_t(i) * 104729u % 997u;
        ConversationFacts made;
        made.number = i;
        made.openedAt = made.firstInboundAt = begin + std::chrono::seconds{31} * i;
        made.channel = a % 4 == 0 ? Channel::WhatsApp : Channel::Website;
        made.tier = rows.words.add("P" + std::to_string(1 + a % 4));
        made.lastVersion = 1 + i / 25'001;
        if (b % 5 != 0) {
            made.leftAiAt = made.openedAt + std::chrono::seconds{20};
            made.queue = rows.words.add("queue-" + std::to_string(b % 12));
            if (b % 9 != 0) {
                made.answeredAt = made.leftAiAt + std::chrono::milliseconds{500 * b + a};
                made.agent = rows.words.add("agent-" + std::to_string(a % 60));
            }
        }
        if (b < 990) {
            made.closedAt = made.openedAt + std::chrono::milliseconds{3'600'000 + 777 * a + b};
            made.outcome = b % 6 == 0 ? ShownOutcome::Converted : b % 6 == 1 ? ShownOutcome::Spam : ShownOutcome::Other;
            made.outcomeWord = rows.words.add(b % 6 == 0 ? "converted" : b % 6 == 1 ? "spam" : "resolved");
        }
        return made;
    }
    void decide(int i, int nth)
    {
        PastDecision past;
        past.sequence = 2 * i + nth;
        past.decision.conversation = {std::to_string(i)};
        past.decision.at = begin + std::chrono::seconds{31} * i + std::chrono::seconds{5 * nth};
        past.decision.snapshot["page.path"] = Value("/page/" + std::to_string(i % 400));
        past.decision.snapshot["page.scroll"] = Value(double(i * 37 % 100'003));
        past.decision.snapshot["conversation.messages"] = Value(double(nth + 1));
        past.leadsTo.policy = PolicyId{"policy-" + std::to_string(i % 200)};
        past.decision.policy = past.leadsTo.policy;
        log.add(past);
    }
};

const FloorPast& past()
{
    static const FloorPast made;
    return made;
}

FloorQuestion asked(FloorDimension by, std::optional<FloorDimension> across = {})
{
    FloorQuestion question;
    question.of.now = begin + std::chrono::days{380};
    question.by = std::move(by);
    question.across = std::move(across);
    question.measure = FloorMeasure::WaitingMedian;
    return question;
}

void count(benchmark::State& state, const FloorQuestion& question)
{
    const FigureRows& rows = past().rows;
    ConversationColumns columns;
    columns.clock = {{begin, std::chrono::hours{2}}, {begin + std::chrono::days{150}, std::chrono::hours{1}}};
    for (auto _ : state)
        benchmark::DoNotOptimize(countFloor(rows, columns, question).whole.conversations);
}

void byChannel(benchmark::State& state) { count(state, asked({FloorBy::Channel, {}})); }
void byAgent(benchmark::State& state) { count(state, asked({FloorBy::Agent, {}})); }
void byHour(benchmark::State& state) { count(state, asked({FloorBy::Hour, {}})); }
void byDay(benchmark::State& state) { count(state, asked({FloorBy::Day, {}})); }
void tierByWeek(benchmark::State& state)
{
    count(state, asked({FloorBy::Week, {}}, FloorDimension{FloorBy::Tier, {}}));
}

// The column read anew, as after each decision, and then the question.
void byAttribute(benchmark::State& state, const char* attribute)
{
    const FloorQuestion question = asked({FloorBy::Attribute, attribute});
    for (auto _ : state) {
        ConversationColumns columns;
        columns.attributes[attribute]
            = std::make_shared<ConversationColumn>(attributeColumn(past().log, attribute, past().rows.conversations));
        benchmark::DoNotOptimize(countFloor(past().rows, columns, question).whole.conversations);
    }
}

void byPolicy(benchmark::State& state)
{
    const FloorQuestion question = asked({FloorBy::Policy, {}});
    for (auto _ : state) {
        ConversationColumns columns;
        columns.policy = std::make_shared<ConversationColumn>(policyColumn(past().log, past().rows.conversations));
        benchmark::DoNotOptimize(countFloor(past().rows, columns, question).whole.conversations);
    }
}

BENCHMARK(byChannel)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);
BENCHMARK(byAgent)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);
BENCHMARK(byHour)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);
BENCHMARK(byDay)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);
BENCHMARK(tierByWeek)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);
BENCHMARK(byPolicy)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);
BENCHMARK_CAPTURE(byAttribute, text, "page.path")->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);
BENCHMARK_CAPTURE(byAttribute, number, "page.scroll")->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);

}
}
