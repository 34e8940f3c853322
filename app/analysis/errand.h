#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

namespace signalbox {

// What a question on its way carries through every thread that works on it. Safe to call from any of them.
struct Errand {
    std::shared_ptr<std::atomic<bool>> calledOff = std::make_shared<std::atomic<bool>>(false);
    std::function<void(std::int64_t done, std::int64_t total)> progressed = [](std::int64_t, std::int64_t) {};

    bool isCalledOff() const { return calledOff->load(std::memory_order_relaxed); }
};

}
