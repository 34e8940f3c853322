// Who is offered what on a busy floor: 1,000 conversations wait and 200 agents are online. A round happens on every change
// that matters, so the budget of the usual one (one agent has come free) is 5 ms, and of the worst (all 200 come free at
// once, after a break, say) 250 ms: it then waits for a tick of a second at most.
#include "routing/assignment/assignment.h"

#include <benchmark/benchmark.h>

#include <random>

namespace signalbox {
namespace {

constexpr int conversations = 1'000;
constexpr int agentsOnline = 200;
constexpr int queueCount = 5;
const Instant now = *fromIso8601("2026-06-09T12:00:00Z");
const std::vector<std::string> languages{"en", "de", "fr", "es", "pl"};

Rulebook rulebook()
{
    Rulebook rules;
    for (int i = 0; i < queueCount; ++i) {
        Queue queue;
        queue.id.value = "queue-" + std::to_string(i);
        queue.skills = {{SkillId{"skill-" + std::to_string(i)}, 2}};
        queue.relax = {{seconds{120}, 1}, {seconds{600}, 0, {Requirement::Language}}};
        queue.raiseAfter = seconds{300};
        rules.queues.push_back(std::move(queue));
    }
    return rules;
}

// Five queues, three tiers, skills and languages; nobody knows everything. The same on every run.
struct Floor {
    Floor()
    {
        std::mt19937 random(20'260'609);
        const auto below = [&random](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
        for (int i = 0; i < conversations; ++i) {
            WaitingConversation one;
            one.id.value = std::to_string(i + 1);
            one.queue.value = "queue-" + std::to_string(below(queueCount));
            one.tierRank = below(3);
            one.waitingSince = now - seconds{below(900)};
            one.language = languages[static_cast<std::size_t>(below(5))];
            waiting.push_back(std::move(one));
        }
        for (int i = 0; i < agentsOnline; ++i) {
            AgentOnFloor one;
            one.agent.id.value = "agent-" + std::to_string(i);
            one.presence = Presence::Online;
            one.presenceSince = now - std::chrono::hours(4);
            one.idleSince = now - seconds{below(3600)};
            for (int skill = 0; skill < 3; ++skill)
                one.agent.skills.push_back({SkillId{"skill-" + std::to_string(below(queueCount))}, 1 + below(5)});
            one.agent.languages = {"en", languages[static_cast<std::size_t>(below(5))]};
            agents.push_back(std::move(one));
        }
    }
    // All are full but the first ones.
    void leaveFree(int count)
    {
        for (std::size_t i = static_cast<std::size_t>(count); i < agents.size(); ++i)
            agents[i].placesUsed = agents[i].agent.capacity;
    }

    std::vector<WaitingConversation> waiting;
    std::vector<AgentOnFloor> agents;
};

void round(benchmark::State& state)
{
    const Rulebook rules = rulebook();
    Floor floor;
    floor.leaveFree(static_cast<int>(state.range(0)));
    AssignmentRound made;
    for (auto _ : state)
        benchmark::DoNotOptimize(made = assignTogether(floor.waiting, floor.agents, rules, {}, now));
    state.counters["offers"] = static_cast<double>(made.sum.offers);
    state.counters["in_turn"] = static_cast<double>(made.sum.inTurnOffers);
}
BENCHMARK(round)
    ->Name("assign/agents_free")
    ->Arg(0)
    ->Arg(1)
    ->Arg(5)
    ->Arg(20)
    ->Arg(50)
    ->Arg(200)
    ->Unit(benchmark::kMillisecond);

// What happens in a shift: each offer is accepted, the next agent comes free, and who can take what is looked at again.
void oneAfterTheOther(benchmark::State& state)
{
    const Rulebook rules = rulebook();
    for (auto _ : state) {
        state.PauseTiming();
        Floor floor;
        floor.leaveFree(0);
        state.ResumeTiming();
        for (std::size_t i = 0; i < floor.agents.size(); ++i) {
            floor.agents[i].placesUsed = 0;
            const auto made = assign(floor.waiting, floor.agents, rules, {}, now);
            floor.agents[i].placesUsed = floor.agents[i].agent.capacity;
            if (!made.empty())
                std::erase_if(floor.waiting, [&](const auto& one) { return one.id == made.front().conversation; });
        }
    }
    state.counters["rounds_per_second"]
        = benchmark::Counter(static_cast<double>(state.iterations()) * agentsOnline, benchmark::Counter::kIsRate);
}
BENCHMARK(oneAfterTheOther)->Name("assign/one_after_the_other")->Unit(benchmark::kMillisecond);

}
}
