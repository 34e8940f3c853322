#include "app/gateway/later_answers.h"

#include <utility>

namespace signalbox {

LaterAnswers::Number LaterAnswers::expect(Deliver deliver)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_stopped)
        m_waiting.emplace(++m_last, std::move(deliver));
    return m_last;
}

void LaterAnswers::give(Number number, HttpResponse response)
{
    const std::scoped_lock lock(m_mutex);
    const auto waiting = m_waiting.find(number);
    if (waiting == m_waiting.end())
        return;
    waiting->second(std::move(response));
    m_waiting.erase(waiting);
}

void LaterAnswers::stop()
{
    std::map<Number, Deliver> dropped;
    const std::scoped_lock lock(m_mutex);
    m_stopped = true;
    dropped.swap(m_waiting);
}

}
