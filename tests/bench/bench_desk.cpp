// An agent's desk as it is used: 40 open conversations, 20 messages a second, one conversation of 500 messages open.
// deskFrame: one iteration is one message taken in and all painted that it changed. Budget: no frame over 16 ms.
// commitToPixels: one iteration is one visitor's message from its commit in the journal to the transcript painted with it,
// through the router's thread and the window's door. Budget: 50 ms at the median.
#include "app/console/router_port.h"
#include "app/console/sample_workspace.h"
#include "app/router/router_host.h"
#include "bench_workspace.h"
#include "tests/support/page_fixture.h"
#include "ui/conversation/conversation_page.h"

#include <benchmark/benchmark.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QEventLoop>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>

namespace {

using namespace signalbox;
using namespace signalbox::test;
using Steady = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int openConversations = 40;
constexpr int messagesShown = 500;

QApplication& application()
{
    static int argc = 1;
    static char name[] = "bench_desk";
    static char* argv[] = {name, nullptr};
    static auto* const made = new QApplication(argc, argv);   // ends with the process, after all that Qt keeps for itself
    return *made;
}

Conversation held(int number, int messages)
{
    Conversation made = aConversation(std::to_string(number))
                            .from("Visitor number " + std::to_string(number), "Company " + std::to_string(number))
                            .about("Fleet pricing")
                            .tier(number % 4)
                            .ownedBy("leila")
                            .owed(seconds{number * 3}, seconds{300})
                            .said("Message " + std::to_string(messages) + " with a question about the price");
    made.messageCount = messages;
    return made;
}

void showDesk(PageFixture& fixture, ConversationPage& page)
{
    ChangeSet all;
    all.agents = {anAgent("leila", "Leila Haddad", "Sales", Presence::Online, openConversations, openConversations)};
    for (int i = 1; i <= openConversations; ++i)
        all.conversations.push_back(held(i, 1));
    Q_EMIT fixture.port.changed(all);
    page.resize(1848, 1012);
    page.show();
    page.open(ConversationId{"1"});
    ConversationDetail detail;
    detail.conversation = held(1, messagesShown);
    for (int i = 1; i <= messagesShown; ++i)
        detail.messages.push_back(aMessage(i, i % 3 ? Author::Visitor : Author::Agent,
                                           "Some words that break over two lines in most of the widths there are " + std::to_string(i),
                                           seconds{(messagesShown - i) * 20}));
    Q_EMIT fixture.port.detailLoaded(detail);
    QApplication::processEvents();
}

void deskFrame(benchmark::State& state)
{
    application();
    PageFixture fixture;
    ConversationPage page(fixture.context);
    showDesk(fixture, page);
    std::vector<double> took;
    int shown = messagesShown;
    int turn = 0;
    for (auto _ : state) {
        state.PauseTiming();
        const int number = ++turn % 4 == 0 ? 1 : 1 + turn % openConversations;   // every fourth is in the open conversation
        const int count = number == 1 ? ++shown : turn;
        ChangeSet changes;
        changes.conversations = {held(number, count)};
        changes.messages = {{ConversationId{std::to_string(number)}, aMessage(count, Author::Visitor, "One more question, if I may: what about the trailer?")}};
        changes.messagesCommitted = 1;
        fixture.now += std::chrono::milliseconds{50};
        state.ResumeTiming();
        const auto begun = Steady::now();
        Q_EMIT fixture.port.changed(changes);
        QApplication::processEvents();   // paints what the message changed
        took.push_back(Milliseconds(Steady::now() - begun).count());
    }
    std::ranges::sort(took);
    state.counters["p99_ms"] = took[took.size() * 99 / 100];
    state.counters["slowest_ms"] = took.back();
}

// Tells when the list has painted more rows than before.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(QAbstractItemView& list) : m_list(list) { list.viewport()->installEventFilter(this); }
    void expect() { m_rows = m_list.model()->rowCount(); }
    bool painted() const { return m_painted > m_rows; }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            m_painted = m_list.model()->rowCount();   // what this painting shows
        return false;
    }

private:
    QAbstractItemView& m_list;
    int m_rows = 0;
    int m_painted = 0;
};

struct Live {
    bench::Folder folder;
    std::unique_ptr<RouterHost> host = start();
    RouterPort port{*host};
    RecordingAnalysis analysis;
    Session session{AgentId{"leila"}, QStringLiteral("Leila Haddad"), Role::Supervisor};
    ConsoleModel model{port, session};
    Theme theme;
    ScriptedPrompts prompts;
    UiStateInMemory state;
    PageContext context{port, analysis, model, theme, prompts, session, state, [] { return std::chrono::time_point_cast<microseconds>(std::chrono::system_clock::now()); }};

    std::unique_ptr<RouterHost> start() const
    {
        auto made = RouterHost::start(folder.path / "desk.signalbox", std::make_unique<SystemClock>());
        if (!made)
            throw std::runtime_error(made.error().message);
        auto commands = emptyCommands("Bench");
        Agent leila;
        leila.id.value = "leila";
        leila.name = "Leila Haddad";
        leila.role = Role::Supervisor;
        leila.capacity = 100;
        commands->push_back({0, SaveAgent{leila, {}}});
        if (auto done = performAll(**made, std::move(*commands)); !done)
            throw std::runtime_error(done.error().message);
        return std::move(*made);
    }

    // Waits in the window's event loop.
    template <class Condition>
    static void until(Condition condition)
    {
        const auto givingUp = Steady::now() + std::chrono::seconds{20};
        while (!condition()) {
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (Steady::now() > givingUp)
                throw std::runtime_error("Waited in vain.");
        }
    }

    // Returns when it was committed.
    Steady::time_point write(int visitor, int number)
    {
        std::atomic<bool> answered = false;
        Steady::time_point committed;
        VisitorInput input{VisitorId{"visitor" + std::to_string(visitor)}, "Visitor " + std::to_string(visitor), {}, {}, true, {},
                           VisitorWrote{MessageId{"m" + std::to_string(visitor) + "-" + std::to_string(number)}, "What does the fleet cost, number " + std::to_string(number) + "?", {}}};
        const bool taken = host->submit(std::move(input), [&](const Result<VisitorReceipt>&) {
            committed = Steady::now();
            answered = true;
            QMetaObject::invokeMethod(qApp, [] { }, Qt::QueuedConnection);   // wakes the loop
        });
        if (!taken)
            throw std::runtime_error("The router's queue is full.");
        until([&] { return answered.load(); });
        return committed;
    }
};

void commitToPixels(benchmark::State& state)
{
    application();
    Live live;
    live.theme.applyTo(application());
    ConversationPage page(live.context);
    page.resize(1848, 1012);
    page.show();
    for (int visitor = 1; visitor <= openConversations; ++visitor)
        live.write(visitor, 0);
    Live::until([&] { return live.model.conversations().size() >= openConversations; });
    for (const auto& [id, conversation] : live.model.conversations())
        live.model.submit(TakeConversation{id, live.session.agent});
    const ConversationId open = live.model.conversations().begin()->first;
    const int visitor = std::stoi(live.model.conversation(open)->visitor.value.substr(7));
    page.open(open);
    auto* list = page.findChild<QAbstractItemView*>(QStringLiteral("transcript"));
    Live::until([&] { return list->model()->rowCount() > 0; });
    PaintWatch watch(*list);
    std::vector<double> took;
    int number = 0;
    for (auto _ : state) {
        watch.expect();
        const auto committed = live.write(visitor, ++number);
        Live::until([&] { return watch.painted(); });
        const Milliseconds each = Steady::now() - committed;
        took.push_back(each.count());
        state.SetIterationTime(each.count() / 1000);
    }
    std::ranges::sort(took);
    state.counters["median_ms"] = took[took.size() / 2];
    state.counters["p99_ms"] = took[took.size() * 99 / 100];
    state.counters["slowest_ms"] = took.back();
}

}

BENCHMARK(deskFrame)->Unit(benchmark::kMillisecond)->Iterations(400);
BENCHMARK(commitToPixels)->Unit(benchmark::kMillisecond)->Iterations(200)->UseManualTime();
