#include "app/gateway/gateway.h"

#include "app/gateway/listener.h"
#include "app/gateway/server_context.h"

#include <boost/asio/executor_work_guard.hpp>

#include <condition_variable>
#include <thread>
#include <vector>

namespace signalbox {
namespace {

constexpr std::chrono::milliseconds farewellTime{1000};

}

// Members die in reverse order: the server's context outlives every connection, which live in `io`.
struct Gateway::State {
    State(VisitorDoor& door, const GatewaySettings& settings)
        : server(door, settings),
          io(settings.threads),
          work(io.get_executor()),
          listener(std::make_shared<Listener>(io, server))
    {
    }

    void run()
    {
        server.hub->startListening();
        listener->start();
        running = std::max(1, server.settings.threads);
        for (int i = running; i > 0; --i)
            threads.emplace_back([this] {
                io.run();
                const std::scoped_lock lock(mutex);
                --running;
                ended.notify_all();
            });
    }

    void stop()
    {
        server.hub->stop();
        server.later->stop();
        listener->stop();
        server.closeAll();
        work.reset();
        {
            std::unique_lock lock(mutex);
            ended.wait_for(lock, farewellTime, [this] { return running == 0; });
        }
        io.stop();
        for (std::thread& thread : threads)
            thread.join();
    }

    ServerContext server;
    boost::asio::io_context io;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work;
    std::shared_ptr<Listener> listener;
    std::mutex mutex;
    std::condition_variable ended;
    int running = 0;
    std::vector<std::thread> threads;
};

Result<std::unique_ptr<Gateway>> Gateway::start(VisitorDoor& door, const GatewaySettings& settings)
{
    auto state = std::make_unique<State>(door, settings);
    if (auto opened = state->listener->open(); !opened)
        return tl::unexpected(opened.error());
    state->run();
    return std::unique_ptr<Gateway>(new Gateway(std::move(state)));
}

Gateway::Gateway(std::unique_ptr<State> state) : m_state(std::move(state)) { }

Gateway::~Gateway() { m_state->stop(); }

std::string Gateway::address() const { return m_state->server.settings.address; }

std::uint16_t Gateway::port() const { return m_state->listener->port(); }

}
