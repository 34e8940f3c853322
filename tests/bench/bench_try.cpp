// Trying values on a draft of 2,000 policies, and the picture of 400. Deciding takes less than 1 ms of engine time; a value
// changed, with the way through all policies told anew, and a frame of the picture take less than 16 ms.
#include "tests/support/studio_fixture.h"
#include "ui/policies/flow/flow_view.h"
#include "ui/policies/try/path_model.h"
#include "ui/policies/try/trial.h"
#include "ui/policies/try/values_model.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QTest>

#include <string>

namespace {

using namespace signalbox;
using namespace signalbox::test;

Rulebook manyPolicies(int count)
{
    Rulebook rulebook;
    for (int i = 0; i < 40; ++i) {
        Queue queue;
        queue.id.value = "queue-" + std::to_string(i);
        queue.name = "Queue " + std::to_string(i);
        rulebook.queues.push_back(queue);
    }
    for (int i = 0; i < count; ++i) {
        Policy policy;
        policy.id.value = "policy-" + std::to_string(i);
        policy.name = "Policy " + std::to_string(i);
        policy.priority = i;
        const auto number = [](const char* attribute, double value) {
            return Condition{Comparison{attribute, Operator::Ge, Value{value}}};
        };
        const Condition country{Comparison{"visitor.language", Operator::Eq, Value{"l" + std::to_string(i)}}};
        policy.when = Condition{
            AllOf{{number("crm.company_size", i % 97), Condition{AnyOf{{country, number("crm.deal_size", 1e6 + i)}}}}}};
        policy.actions = {TransferToQueue{{"queue-" + std::to_string(i % 40), {}}}};
        rulebook.policies.push_back(policy);
    }
    return rulebook;
}

Values someValues()
{
    return {{"crm.company_size", 500.0}, {"crm.deal_size", 100.0}, {"visitor.language", std::string("none")}};
}

QApplication& application()
{
    static int argc = 1;
    static char name[] = "bench_try";
    static char* argv[] = {name, nullptr};
    static QApplication made(argc, argv);
    return made;
}

void decideOnce(benchmark::State& state)
{
    const Engine engine(manyPolicies(2000), 1, {});
    Decision bare;
    bare.at = testNow();
    bare.snapshot = someValues();
    for (auto _ : state)
        benchmark::DoNotOptimize(engine.decideAsItStands(bare));
}

void changeAValue(benchmark::State& state)
{
    application();
    StudioFixture fixture;
    fixture.begin(manyPolicies(2000));
    if (!QTest::qWaitFor([&] { return fixture.studio.engine.isCurrent(); }))
        return state.SkipWithError("the draft was not compiled");
    Trial trial(fixture.room);
    const PathModel path(trial, fixture.studio.selection);
    const ValuesModel values(trial);
    trial.tryValues(QStringLiteral("bench"), someValues());
    double size = 500;
    for (auto _ : state)
        trial.change("crm.company_size", Value{++size});
    state.counters["rows"] = path.rowCount();
}

// What a pause in typing costs the window: the copy that is compiled elsewhere.
void copyTheDraft(benchmark::State& state)
{
    const Rulebook rulebook = manyPolicies(2000);
    for (auto _ : state) {
        Rulebook copy = rulebook;
        benchmark::DoNotOptimize(copy);
    }
}

void paintThePicture(benchmark::State& state)
{
    application();
    StudioFixture fixture;
    FlowView view(fixture.theme);
    view.resize(1600, 1000);
    view.show();
    view.setGraph(flowOf(manyPolicies(400), nullptr));
    if (state.range(0) != 0)
        view.fitAll();
    QApplication::processEvents();
    for (auto _ : state)
        view.viewport()->repaint();
    state.SetLabel(state.range(0) != 0 ? "all of it" : "full size");
}

void layOutThePicture(benchmark::State& state)
{
    const Rulebook rulebook = manyPolicies(2000);
    for (auto _ : state)
        benchmark::DoNotOptimize(layOut(flowOf(rulebook, nullptr)));
}

}

BENCHMARK(decideOnce)->Unit(benchmark::kMicrosecond);
BENCHMARK(changeAValue)->Unit(benchmark::kMillisecond);
BENCHMARK(copyTheDraft)->Unit(benchmark::kMillisecond);
BENCHMARK(paintThePicture)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(layOutThePicture)->Unit(benchmark::kMillisecond);
