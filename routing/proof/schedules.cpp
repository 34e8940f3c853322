#include "routing/proof/analyses.h"

#include "routing/rulebook/phrases.h"

#include <algorithm>

namespace signalbox {

std::vector<Finding> findNeverOpen(const Rulebook& rulebook, const OpenIntervals& intervals)
{
    std::vector<Finding> findings;
    for (const Schedule& schedule : rulebook.schedules) {
        const bool hasTimes = std::any_of(schedule.weekly.begin(), schedule.weekly.end(),
                                          [](const WeeklyInterval& interval) { return !interval.days.empty(); });
        const auto resolved = intervals.find(schedule.id);
        if (hasTimes && resolved != intervals.end() && !resolved->second.empty())
            continue;
        Finding finding;
        finding.kind = FindingKind::NeverOpen;
        finding.message = "Schedule " + nameOf(schedule.id, rulebook) + " never opens: "
            + (hasTimes ? "every day on which it would be open is a closed one." : "it has no opening times.");
        findings.push_back(std::move(finding));
    }
    return findings;
}

}
