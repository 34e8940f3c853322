#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace signalbox {

// How many things each sender may do in a minute: a bucket that refills evenly, so that a short burst is fine. Thread-safe.
class RateLimit {
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit RateLimit(int perMinute) : m_perMinute(perMinute) { }

    // Zero: go ahead, it is counted. Else how long to wait before trying again, at least a second.
    std::chrono::seconds take(const std::string& sender, Time now);

private:
    struct Bucket {
        double left = 0;
        Time at{};
    };
    void forgetFull(Time now);
    double refilled(const Bucket& bucket, Time now) const;

    const double m_perMinute;
    std::mutex m_mutex;
    std::map<std::string, Bucket> m_buckets;
    Time m_swept{};
};

}
