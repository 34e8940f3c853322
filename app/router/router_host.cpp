#include "app/router/router_host.h"

#include "app/router/conversation_reader.h"
#include "app/router/work_thread.h"
#include "app/router/workspace_lock.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace signalbox {
namespace {

constexpr std::size_t mostQueued = 10'000;
constexpr std::size_t mostInABatch = 1'000;
constexpr seconds tickEvery{1};

}

struct RouterHost::State {
    State(std::filesystem::path theWorkspace, WorkspaceLock theLock, std::unique_ptr<Clock> theClock,
          Database theDatabase)
        : workspace(std::move(theWorkspace)),
          lock(std::move(theLock)),
          clock(std::move(theClock)),
          database(std::move(theDatabase))
    {
    }

    void connectRouter();
    struct Taken {
        std::vector<RouterInput> batch;
        std::deque<std::function<void()>> tasks;
        bool last = false;
    };

    void run();
    Taken waitUntil(std::chrono::steady_clock::time_point nextTick);
    bool take(RouterInput input);
    bool post(std::function<void()> task);   // false when the thread does nothing more
    void passOn(const VisitorUpdate& update);

    const std::filesystem::path workspace;
    WorkspaceLock lock;
    std::unique_ptr<Clock> clock;
    Database database;
    std::unique_ptr<Router> router;
    std::unique_ptr<ConversationReader> conversations;   // used on the reading thread alone

    std::mutex mutex;   // guards what follows
    std::condition_variable arrived;
    std::deque<RouterInput> inputs;
    std::deque<std::function<void()>> tasks;
    bool stopping = false;
    bool ended = false;   // the thread has taken its last batch
    WebsiteChannel website;
    std::map<int, std::shared_ptr<const std::function<void(const VisitorUpdate&)>>> listeners;
    int nextHandle = 1;

    // Touched on the router's thread alone.
    struct Follower {
        std::function<bool(const ChangeSet&)> changed;
        std::function<void(const std::string&)> trouble;
    };
    std::vector<Follower> followers;
    std::string trouble;

    WorkThread reading;
    std::thread thread;
};

void RouterHost::State::connectRouter()
{
    website = router->websiteChannel();
    router->onChanged([this](const ChangeSet& changes) {
        if (changes.website) {
            const std::lock_guard guard(mutex);
            website = *changes.website;
        }
        std::erase_if(followers, [&](const Follower& follower) { return !follower.changed(changes); });
    });
    router->onVisitorUpdate([this](const VisitorUpdate& update) { passOn(update); });
    router->onTrouble([this](const std::string& text) {
        trouble = text;
        for (const Follower& follower : followers)
            follower.trouble(text);
    });
}

void RouterHost::State::passOn(const VisitorUpdate& update)
{
    std::vector<std::shared_ptr<const std::function<void(const VisitorUpdate&)>>> told;
    {
        const std::lock_guard guard(mutex);
        for (const auto& [handle, listener] : listeners)
            told.push_back(listener);
    }
    for (const auto& listener : told)
        (*listener)(update);
}

bool RouterHost::State::take(RouterInput input)
{
    {
        const std::lock_guard guard(mutex);
        if (stopping || inputs.size() >= mostQueued)
            return false;
        inputs.push_back(std::move(input));
    }
    arrived.notify_one();
    return true;
}

bool RouterHost::State::post(std::function<void()> task)
{
    {
        const std::lock_guard guard(mutex);
        if (ended)
            return false;
        tasks.push_back(std::move(task));
    }
    arrived.notify_one();
    return true;
}

RouterHost::State::Taken RouterHost::State::waitUntil(std::chrono::steady_clock::time_point nextTick)
{
    Taken taken;
    std::unique_lock guard(mutex);
    arrived.wait_until(guard, nextTick, [this] { return stopping || !inputs.empty() || !tasks.empty(); });
    const auto end = inputs.begin() + static_cast<std::ptrdiff_t>(std::min(inputs.size(), mostInABatch));
    taken.batch.assign(std::move_iterator(inputs.begin()), std::move_iterator(end));
    inputs.erase(inputs.begin(), end);
    taken.tasks.swap(tasks);
    ended = taken.last = stopping && inputs.empty();
    return taken;
}

void RouterHost::State::run()
{
    auto nextTick = std::chrono::steady_clock::now();
    while (true) {
        Taken taken = waitUntil(nextTick);
        for (const std::function<void()>& task : taken.tasks)
            task();
        const auto now = std::chrono::steady_clock::now();
        if (now >= nextTick && !taken.last)
            taken.batch.push_back({RouterInput::Tick{}});
        router->handle(std::move(taken.batch));
        if (taken.last)
            return;
        if (now >= nextTick)
            nextTick = now + tickEvery;
        // In trouble, what is due stays due: the ordinary ticks try again, not a busy loop.
        if (const auto wake = router->wakeAt(); wake && trouble.empty())
            nextTick = std::min(nextTick,
                                now + std::max(*wake - clock->now(), microseconds{0}) + std::chrono::milliseconds{1});
    }
}

RouterHost::RouterHost(std::unique_ptr<State> state) : m_state(std::move(state)) { }

RouterHost::~RouterHost()
{
    m_state->reading.stop();
    {
        const std::lock_guard guard(m_state->mutex);
        m_state->stopping = true;
    }
    m_state->arrived.notify_one();
    if (m_state->thread.joinable())
        m_state->thread.join();
}

Result<std::unique_ptr<RouterHost>> RouterHost::start(const std::filesystem::path& workspace,
                                                      std::unique_ptr<Clock> clock, std::string_view what)
{
    auto lock = WorkspaceLock::take(workspace, what);
    if (!lock)
        return tl::unexpected(lock.error());
    auto database = Database::open(workspace, Database::Access::Write);
    if (!database)
        return tl::unexpected(database.error());
    auto state = std::make_unique<State>(workspace, std::move(*lock), std::move(clock), std::move(*database));
    auto router = Router::start(state->database, *state->clock);
    if (!router)
        return tl::unexpected(router.error());
    auto conversations = ConversationReader::open(workspace);
    if (!conversations)
        return tl::unexpected(conversations.error());
    state->router = std::move(*router);
    state->conversations = std::move(*conversations);
    state->connectRouter();
    state->thread = std::thread([running = state.get()] { running->run(); });
    return std::unique_ptr<RouterHost>(new RouterHost(std::move(state)));
}

bool RouterHost::submit(VisitorInput input, std::function<void(const Result<VisitorReceipt>&)> answered)
{
    return m_state->take({RouterInput::FromVisitor{std::move(input), std::move(answered)}});
}

bool RouterHost::submit(Command command, std::function<void(const Result<void>&)> answered)
{
    return m_state->take({RouterInput::FromConsole{std::move(command), std::move(answered)}});
}

void RouterHost::loadFile(const VisitorId& visitor, const AttachmentId& file,
                          std::function<void(const Result<std::string>&)> answered)
{
    ask([visitor, file, answered = std::move(answered)](ConversationReader& reader) {
        answered(reader.attachmentOf(visitor, file));
    });
}

int RouterHost::listen(std::function<void(const VisitorUpdate&)> told)
{
    const std::lock_guard guard(m_state->mutex);
    const int handle = m_state->nextHandle++;
    m_state->listeners.emplace(handle,
                               std::make_shared<const std::function<void(const VisitorUpdate&)>>(std::move(told)));
    return handle;
}

void RouterHost::unlisten(int handle)
{
    {
        const std::lock_guard guard(m_state->mutex);
        m_state->listeners.erase(handle);
    }
    if (std::this_thread::get_id() == m_state->thread.get_id())
        return;
    // The listener may be running just now: its owner goes away only after it has ended.
    std::mutex done;
    std::condition_variable ended;
    bool over = false;
    const bool posted = m_state->post([&] {
        const std::lock_guard guard(done);
        over = true;
        ended.notify_one();
    });
    if (!posted)
        return;
    std::unique_lock guard(done);
    ended.wait(guard, [&] { return over; });
}

WebsiteChannel RouterHost::websiteChannel() const
{
    const std::lock_guard guard(m_state->mutex);
    return m_state->website;
}

void RouterHost::follow(std::function<bool(const ChangeSet&)> listener, std::function<void(const std::string&)> trouble)
{
    m_state->post([state = m_state.get(), listener = std::move(listener), trouble = std::move(trouble)]() mutable {
        if (!listener(state->router->everything()))
            return;
        if (!state->trouble.empty())
            trouble(state->trouble);
        state->followers.push_back({std::move(listener), std::move(trouble)});
    });
}

void RouterHost::loadDetail(ConversationId conversation, std::function<void(Result<ConversationDetail>)> answered)
{
    m_state->reading.post([state = m_state.get(), conversation = std::move(conversation),
                           answered = std::move(answered)] { answered(state->conversations->detail(conversation)); });
}

void RouterHost::loadEarlier(ConversationId conversation, std::int64_t before,
                             std::function<void(Result<std::vector<Message>>)> answered)
{
    m_state->reading.post(
        [state = m_state.get(), conversation = std::move(conversation), before, answered = std::move(answered)] {
            answered(state->conversations->earlier(conversation, before));
        });
}

void RouterHost::ask(std::function<void(ConversationReader&)> question)
{
    m_state->reading.post([state = m_state.get(), question = std::move(question)] { question(*state->conversations); });
}

const std::filesystem::path& RouterHost::workspace() const { return m_state->workspace; }

}
