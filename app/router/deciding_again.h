#pragma once

#include "app/router/history_check.h"
#include "app/router/rules.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace signalbox {

// Decides what a journal says was decided once more, on all cores: one thread gives, the others decide.
class DecidingAgain {
public:
    explicit DecidingAgain(unsigned threads);   // at least one
    ~DecidingAgain();
    DecidingAgain(const DecidingAgain&) = delete;
    DecidingAgain& operator=(const DecidingAgain&) = delete;

    // Waits while far more is given than decided, so that a long journal does not fill the memory.
    void add(std::shared_ptr<const Rules> rules, Decision decision, std::int64_t sequence);
    // Waits for all that was given. The decisions that come out differently, in the order of the journal.
    std::vector<HistoryFault> finish();

private:
    struct Given {
        std::shared_ptr<const Rules> rules;
        Decision decision;
        std::int64_t sequence = 0;
    };
    using Chunk = std::vector<Given>;

    void hand(Chunk chunk);
    void work();
    void stop();

    Chunk m_filling;
    std::mutex m_mutex;   // guards all below
    std::condition_variable m_given;
    std::condition_variable m_taken;
    std::deque<Chunk> m_waiting;
    bool m_isOver = false;
    std::vector<HistoryFault> m_faults;
    std::vector<std::thread> m_threads;
};

}
