#pragma once

#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace signalbox {

// Ctrl+C and a polite kill, delivered to a thread of its own, where any code may run. To be made before other threads
// are: they inherit that the signals do not interrupt them.
class StopSignals {
public:
    StopSignals();
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    // Called at most once for each signal, on a thread of its own. None: signals are taken and nothing happens.
    void onStop(std::function<void()> listener);

private:
    void watch(const std::stop_token& end);

    std::mutex m_mutex;
    std::function<void()> m_listener;
    std::jthread m_thread;   // last: it uses what stands above
};

}
