// The live list as it is used: 100,000 open conversations, sorted and filtered to those that wait, 5,000 changes a second
// that arrive 30 times a second. One iteration is one frame: take in, put in order, paint. Budget: no frame over 16 ms.
#include "tests/support/builders.h"
#include "tests/support/recording_port.h"
#include "ui/live/live_model.h"
#include "ui/live/live_view.h"
#include "ui/shared/console_model.h"

#include <benchmark/benchmark.h>

#include <QApplication>

#include <algorithm>
#include <chrono>
#include <random>

namespace {

using namespace signalbox;
using namespace signalbox::test;

constexpr int openConversations = 100'000;
constexpr int changesAFrame = 5'000 / 30;

Conversation someConversation(int number, std::mt19937& chance)
{
    constexpr const char* intents[] = {"Fleet pricing", "Book a demo", "Delivery status", "Refund", "Battery range"};
    ConversationBuilder made = aConversation(std::to_string(number));
    made.from("Visitor number " + std::to_string(number), "Company " + std::to_string(number % 5000));
    made.about(intents[chance() % 5]).tier(int(chance() % 4)).worth(double(chance() % 90'000));
    if (chance() % 10 == 0)
        made.withAi();
    else
        made.waiting("queue" + std::to_string(chance() % 6), seconds(chance() % 3000), seconds{1800});
    return made.build();
}

void liveListFrame(benchmark::State& state)
{
    static int argc = 1;
    static char name[] = "bench_live_list";
    static char* argv[] = {name, nullptr};
    static QApplication application(argc, argv);
    Theme theme;
    theme.applyTo(application);
    RecordingPort port;
    Session session;
    ConsoleModel console(port, session);
    LiveModel model(console, [] { return testNow(); });
    std::mt19937 chance(11);
    ChangeSet all;
    for (int i = 0; i < openConversations; ++i)
        all.conversations.push_back(someConversation(i, chance));
    Q_EMIT port.changed(all);
    model.reload();
    model.setFilter({LiveFilter::View::AllWaiting, {}, state.range(0) ? folded("fleet") : std::string()});
    LiveView view(theme, model);
    view.resize(1400, 990);
    view.show();
    QApplication::processEvents();
    double slowest = 0;
    for (auto _ : state) {
        state.PauseTiming();
        ChangeSet changes;
        for (int i = 0; i < changesAFrame; ++i)
            changes.conversations.push_back(someConversation(int(chance() % openConversations), chance));
        state.ResumeTiming();
        const auto begun = std::chrono::steady_clock::now();
        Q_EMIT port.changed(changes);
        model.apply(changes);
        view.viewport()->repaint();
        QApplication::processEvents();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
        slowest = std::max(slowest, took.count());
    }
    state.counters["slowest_ms"] = slowest;
    state.counters["rows"] = model.rowCount();
}

}

BENCHMARK(liveListFrame)->Arg(0)->Arg(1)->ArgName("filtered")->Unit(benchmark::kMillisecond)->Iterations(300);
