#include "app/gateway/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace signalbox {

std::chrono::seconds RateLimit::take(const std::string& sender, Time now)
{
    const std::scoped_lock lock(m_mutex);
    forgetFull(now);
    const auto known = m_buckets.try_emplace(sender, Bucket{m_perMinute, now}).first;
    Bucket& bucket = known->second;
    bucket = {refilled(bucket, now), now};
    if (bucket.left >= 1) {
        bucket.left -= 1;
        return std::chrono::seconds{0};
    }
    const double wait = (1 - bucket.left) * 60 / m_perMinute;
    return std::chrono::seconds{std::max(1, static_cast<int>(std::ceil(wait)))};
}

double RateLimit::refilled(const Bucket& bucket, Time now) const
{
    const std::chrono::duration<double> passed = now - bucket.at;
    return std::min(m_perMinute, bucket.left + std::max(0.0, passed.count()) * m_perMinute / 60);
}

// A full bucket says nothing; without this every visitor of a year would stay in memory.
void RateLimit::forgetFull(Time now)
{
    if (now - m_swept < std::chrono::minutes(1))
        return;
    m_swept = now;
    std::erase_if(m_buckets, [&](const auto& entry) { return refilled(entry.second, now) >= m_perMinute; });
}

}
