#pragma once

#include <algorithm>
#include <functional>
#include <thread>
#include <vector>

namespace signalbox {

inline unsigned coresToUse() { return std::max(1u, std::thread::hardware_concurrency()); }

// Runs `work(0)` to `work(workers - 1)` at once, each on a thread of its own, and waits for all.
inline void runTogether(unsigned workers, const std::function<void(unsigned worker)>& work)
{
    std::vector<std::jthread> threads;
    for (unsigned worker = 1; worker < workers; ++worker)
        threads.emplace_back([&work, worker] { work(worker); });
    work(0);
}

}
