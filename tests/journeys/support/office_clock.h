#pragma once

#include "app/router/clock.h"

#include <atomic>
#include <chrono>
#include <memory>

namespace signalbox::test {

// Ten in the morning of the last working day that has come to it, in UTC, or of the one so many weeks before, and from
// there at the usual pace: whenever the journey is made, the office is open and nothing lies in the future.
class OfficeClock final : public Clock {
public:
    // `passed`: microseconds that the journey lets pass at once.
    using Passed = std::shared_ptr<const std::atomic<std::int64_t>>;
    explicit OfficeClock(std::chrono::weeks before, Passed passed) : m_passed(std::move(passed))
    {
        using namespace std::chrono;
        const Instant now = SystemClock().now();
        auto day = floor<days>(now);
        while (!isWorkingDay(day) || day + hours{10} > now)
            day -= days{1};
        m_behind = duration_cast<microseconds>(now - (day + hours{10})) + before;
    }

    Instant now() const override { return SystemClock().now() - m_behind + std::chrono::microseconds{*m_passed}; }

private:
    static bool isWorkingDay(std::chrono::sys_days day)
    {
        const std::chrono::weekday weekday(day);
        return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
    }

    std::chrono::microseconds m_behind{};
    Passed m_passed;
};

}
