#include "app/router/work_thread.h"

namespace signalbox {

WorkThread::WorkThread() : m_thread([this] { run(); }) { }

WorkThread::~WorkThread() { stop(); }

void WorkThread::post(std::function<void()> task)
{
    {
        const std::lock_guard guard(m_mutex);
        if (m_stopping)
            return;
        m_tasks.push_back(std::move(task));
    }
    m_arrived.notify_one();
}

void WorkThread::stop()
{
    {
        const std::lock_guard guard(m_mutex);
        m_stopping = true;
        m_tasks.clear();
    }
    m_arrived.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void WorkThread::run()
{
    while (true) {
        std::function<void()> task;
        {
            std::unique_lock guard(m_mutex);
            m_arrived.wait(guard, [this] { return m_stopping || !m_tasks.empty(); });
            if (m_stopping)
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task();
    }
}

}
