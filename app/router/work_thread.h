#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace signalbox {

// A thread that does one task after the other.
class WorkThread {
public:
    WorkThread();
    ~WorkThread();   // as stop()

    void post(std::function<void()> task);   // dropped once it has been stopped
    void stop();                             // finishes the task at hand, drops the others, joins

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<std::function<void()>> m_tasks;
    bool m_stopping = false;
    std::thread m_thread;
};

}
