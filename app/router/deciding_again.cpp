#include "app/router/deciding_again.h"

#include <algorithm>
#include <utility>

namespace signalbox {
namespace {

constexpr std::size_t chunkSize = 128;
constexpr std::size_t mostWaiting = 64;   // chunks

}

DecidingAgain::DecidingAgain(unsigned threads)
{
    for (unsigned i = 0; i < std::max(1u, threads); ++i)
        m_threads.emplace_back([this] { work(); });
}

DecidingAgain::~DecidingAgain() { stop(); }

void DecidingAgain::add(std::shared_ptr<const Rules> rules, Decision decision, std::int64_t sequence)
{
    m_filling.push_back({std::move(rules), std::move(decision), sequence});
    if (m_filling.size() == chunkSize)
        hand(std::exchange(m_filling, {}));
}

void DecidingAgain::hand(Chunk chunk)
{
    std::unique_lock lock(m_mutex);
    m_taken.wait(lock, [this] { return m_waiting.size() < mostWaiting; });
    m_waiting.push_back(std::move(chunk));
    m_given.notify_one();
}

void DecidingAgain::work()
{
    for (std::unique_lock lock(m_mutex);;) {
        m_given.wait(lock, [this] { return m_isOver || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        const Chunk chunk = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_taken.notify_one();
        lock.unlock();
        std::vector<HistoryFault> faults;
        for (const Given& given : chunk)
            if (given.rules->engine().decideAgain(given.decision) != given.decision)
                faults.push_back({given.decision.conversation, given.sequence,
                                  "Decided again with rulebook version " + std::to_string(given.rules->version())
                                      + ", the decision is another one."});
        lock.lock();
        m_faults.insert(m_faults.end(), faults.begin(), faults.end());
    }
}

void DecidingAgain::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isOver = true;
    }
    m_given.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
    m_threads.clear();
}

std::vector<HistoryFault> DecidingAgain::finish()
{
    if (!m_filling.empty())
        hand(std::exchange(m_filling, {}));
    stop();
    std::ranges::sort(m_faults, {}, &HistoryFault::sequence);
    return std::move(m_faults);
}

}
