// A rulebook of 2,000 policies being edited, with the list beside it: one key typed into a policy, one policy dragged from
// end to end, and each of them undone. Counted is all that happens in the window's thread until the list is painted again.
// Budget: no edit over 16 ms. What a save costs there is shown too, for it happens while somebody types.
#include "routing/rulebook/rulebook_json.h"
#include "tests/support/studio_fixture.h"
#include "ui/policies/draft/draft_keeper.h"
#include "ui/policies/list/policy_list_pane.h"

#include <benchmark/benchmark.h>

#include <QApplication>

#include <chrono>

namespace {

using namespace signalbox;
using namespace signalbox::test;

constexpr int policyCount = 2'000;

QApplication& theApplication()
{
    static int argc = 1;
    static char name[] = "bench_draft";
    static char* argv[] = {name, nullptr};
    static QApplication made(argc, argv);
    return made;
}

Rulebook manyPolicies()
{
    Rulebook rulebook;
    rulebook.attributes["crm.company_size"] = {ValueType::Number, "", "company size"};
    Queue sales;
    sales.id.value = "sales";
    sales.name = "Sales";
    rulebook.queues.push_back(sales);
    for (int i = 0; i < policyCount; ++i) {
        Policy policy;
        policy.id.value = "policy-" + std::to_string(i);
        policy.name = "Territory number " + std::to_string(i);
        policy.priority = 10.0 * (i + 1);
        policy.when
            = Condition{AllOf{{Condition{Comparison{"crm.company_size", Operator::Ge, Value{double(i)}}},
                               Condition{Comparison{"visitor.country", Operator::Eq, Value{std::string("DE")}}},
                               Condition{Comparison{"page.path", Operator::Starts, Value{std::string("/pricing")}}}}}};
        policy.actions = {TransferToQueue{{"sales", {}}}};
        rulebook.policies.push_back(std::move(policy));
    }
    return rulebook;
}

// The draft with its list on the screen.
struct Editing {
    Editing()
    {
        fixture.begin(manyPolicies());
        list.resize(424, 900);
        list.show();
        QApplication::processEvents();
    }
    void type(int key)
    {
        Policy policy = draft.policies()[1000];
        policy.name = "Territory " + std::to_string(key);
        draft.replacePolicy(1000, std::move(policy), QStringLiteral("rename"), QStringLiteral("policy-1000/name"));
    }
    QApplication& application = theApplication();   // before any widget
    StudioFixture fixture;
    RulebookDraft& draft = fixture.studio.draft;
    PolicyListPane list{fixture.room};
};

// Runs `edit` once an iteration, until the list is painted; the slowest one is the figure that counts.
template <class Edit>
void measure(benchmark::State& state, Editing& editing, Edit edit)
{
    double slowest = 0;
    for (auto _ : state) {
        const auto begun = std::chrono::steady_clock::now();
        edit();
        editing.list.repaint();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
        slowest = std::max(slowest, took.count());
    }
    state.counters["slowest_ms"] = slowest;
}

void type(benchmark::State& state)
{
    Editing editing;
    int key = 0;
    measure(state, editing, [&] { editing.type(++key); });
}

void drag(benchmark::State& state)
{
    Editing editing;
    bool down = false;
    measure(state, editing, [&] {
        down = !down;
        editing.draft.movePolicy(down ? 0 : policyCount - 1, down ? policyCount - 1 : 0);
    });
}

void undoAndRedo(benchmark::State& state)
{
    Editing editing;
    editing.draft.movePolicy(0, policyCount - 1);
    editing.type(1);
    editing.draft.setEnabled(3, false);
    bool back = false;
    int left = 0;
    measure(state, editing, [&] {
        if (left == 0) {
            back = !back;
            left = editing.draft.undoStack().count();
        }
        --left;
        back ? editing.draft.undoStack().undo() : editing.draft.undoStack().redo();
    });
}

void save(benchmark::State& state)
{
    Editing editing;
    DraftKeeper keeper(editing.fixture.room);
    int key = 0;
    measure(state, editing, [&] {
        editing.type(++key);
        keeper.saveNow();
    });
}

BENCHMARK(type)->Unit(benchmark::kMillisecond)->Iterations(300);
BENCHMARK(drag)->Unit(benchmark::kMillisecond)->Iterations(300);
BENCHMARK(undoAndRedo)->Unit(benchmark::kMillisecond)->Iterations(300);
BENCHMARK(save)->Unit(benchmark::kMillisecond)->Iterations(100);

}
