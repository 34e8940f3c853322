// Budget: the window stands, with the open conversations in its list, one second after the start on a workspace of one
// million messages.
#include "app/composition.h"

#include "tests/bench/bench_workspace.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <benchmark/benchmark.h>

namespace signalbox {
namespace {

QWidget* window()
{
    for (QWidget* const candidate : QApplication::topLevelWidgets())
        if (candidate->objectName() == QStringLiteral("mainWindow"))
            return candidate;
    throw std::runtime_error("There is no window.");
}

// From opening the file to the first picture of the window with everything in it.
void startOnAMillionMessages(benchmark::State& state)
{
    const std::filesystem::path& file = bench::largeWorkspace();
    Surroundings around;
    around.theme.applyTo(*qApp);
    for (auto _ : state) {
        auto host = RouterHost::start(file, std::make_unique<SystemClock>());
        if (!host)
            throw std::runtime_error(host.error().message);
        auto console = std::make_unique<Composition>(around, std::move(*host), std::nullopt);
        console->showWindow();
        const auto* const model = window()->findChild<QAbstractItemView*>(QStringLiteral("liveList"))->model();
        if (!QTest::qWaitFor([model] { return model->rowCount() > 0; }, 30000))
            throw std::runtime_error("The list stayed empty.");
        benchmark::DoNotOptimize(window()->grab());
        state.PauseTiming();
        console.reset();
        state.ResumeTiming();
    }
}

BENCHMARK(startOnAMillionMessages)->UseRealTime()->Unit(benchmark::kMillisecond);

}
}

int main(int argc, char** argv)
{
    const QTemporaryDir settings;
    qputenv("XDG_CONFIG_HOME", settings.path().toUtf8());
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
