#include "routing/proof/analyses.h"

#include "routing/rulebook/phrases.h"

#include <algorithm>

namespace signalbox {

void findNeverOpen(const Rulebook& rulebook, const OpenIntervals& intervals, Findings& findings)
{
    for (std::size_t i = 0; i < rulebook.schedules.size(); ++i) {
        const Schedule& schedule = rulebook.schedules[i];
        const bool hasTimes = std::any_of(schedule.weekly.begin(), schedule.weekly.end(),
                                          [](const WeeklyInterval& interval) { return !interval.days.empty(); });
        const auto resolved = intervals.find(schedule.id);
        if (hasTimes && resolved != intervals.end() && !resolved->second.empty())
            continue;
        Finding finding;
        finding.kind = FindingKind::NeverOpen;
        finding.message = "Schedule " + nameOf(schedule.id, rulebook) + " never opens: "
            + (hasTimes ? "every day on which it would be open is a closed one." : "it has no opening times.");
        finding.place = "/schedules/" + std::to_string(i);
        findings.add(std::move(finding));
    }
}

}
