#include "app/commands/stop_signals.h"

#include <csignal>
#include <ctime>

namespace signalbox {
namespace {

sigset_t stopSet()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

}

StopSignals::StopSignals()
{
    const sigset_t set = stopSet();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_thread = std::jthread([this](const std::stop_token& end) { watch(end); });
}

StopSignals::~StopSignals()
{
    m_thread.request_stop();
    m_thread.join();
    const sigset_t set = stopSet();
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

void StopSignals::onStop(std::function<void()> listener)
{
    const std::scoped_lock lock(m_mutex);
    m_listener = std::move(listener);
}

void StopSignals::watch(const std::stop_token& end)
{
    const sigset_t set = stopSet();
    const timespec lookAgain{0, 100'000'000};   // for the end of this object; a signal comes through at once
    while (!end.stop_requested()) {
        if (sigtimedwait(&set, nullptr, &lookAgain) <= 0)
            continue;
        const std::scoped_lock lock(m_mutex);
        if (m_listener)
            m_listener();
    }
}

}
