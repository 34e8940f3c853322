#include "model/figures/business_hours.h"

#include <algorithm>

namespace signalbox {

BusinessHours::BusinessHours(const std::vector<RulebookFacts>& rulebooks)
{
    for (const RulebookFacts& facts : rulebooks) {
        Version version{facts.publishedAt, &facts, {}};
        for (const auto& [word, times] : facts.openTimes) {
            Schedule schedule{times, {}};
            microseconds sum{};
            for (const OpenTime& time : times) {
                schedule.before.push_back(sum);
                sum += time.to - time.from;
            }
            version.schedules.emplace(word, std::move(schedule));
        }
        m_versions.push_back(std::move(version));
    }
    std::ranges::stable_sort(m_versions, {}, &Version::publishedAt);
}

microseconds BusinessHours::Schedule::until(Instant at) const
{
    const auto next = std::ranges::upper_bound(open, at, {}, &OpenTime::from);
    if (next == open.begin())
        return {};
    const auto last = static_cast<std::size_t>(next - open.begin()) - 1;
    return before[last] + (std::min(at, open[last].to) - open[last].from);
}

std::optional<microseconds> BusinessHours::between(Word queue, Instant from, Instant to) const
{
    const auto later = std::ranges::upper_bound(m_versions, from, {}, &Version::publishedAt);
    if (later == m_versions.begin())
        return std::nullopt;
    const Version& version = *std::prev(later);
    const auto known = version.facts->scheduleOf.find(queue);
    if (known == version.facts->scheduleOf.end())
        return std::nullopt;
    if (known->second == 0)
        return to - from;
    const auto schedule = version.schedules.find(known->second);
    if (schedule == version.schedules.end() || schedule->second.open.empty() || to > schedule->second.open.back().to)
        return std::nullopt;
    return schedule->second.until(to) - schedule->second.until(from);
}

}
