// Opening a conversation of 10,000 messages: one iteration fills the transcript, lays it out and paints its end.
#include "tests/support/page_fixture.h"
#include "ui/conversation/transcript_model.h"
#include "ui/conversation/transcript_view.h"

#include <benchmark/benchmark.h>

#include <QApplication>

#include <chrono>
#include <string>

namespace {

using namespace signalbox;
using namespace signalbox::test;

constexpr int messageCount = 10'000;

std::vector<Message> aLongConversation()
{
    std::vector<Message> messages;
    for (int i = 1; i <= messageCount; ++i) {
        std::string words = "Message " + std::to_string(i);
        for (int more = 0; more < i % 12; ++more)
            words += " and some words that break over several lines";
        messages.push_back(aMessage(i, i % 3 ? Author::Visitor : Author::Agent, words, seconds{(messageCount - i) * 20}));
    }
    return messages;
}

void openTranscript(benchmark::State& state)
{
    static int argc = 1;
    static char name[] = "bench_transcript";
    static char* argv[] = {name, nullptr};
    static QApplication application(argc, argv);
    Theme theme;
    theme.applyTo(application);
    const std::vector<Message> messages = aLongConversation();
    TranscriptModel model;
    TranscriptView view(theme);
    view.setTranscript(&model);
    view.resize(620, 480);
    view.show();
    for (auto _ : state) {
        model.clear();
        model.showLatest(messages);
        view.viewport()->repaint();
        QApplication::processEvents();
    }
    state.counters["rows"] = model.rowCount();
}

}

BENCHMARK(openTranscript)->Unit(benchmark::kMillisecond)->Iterations(5);
