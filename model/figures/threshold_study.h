#pragma once

#include "model/domain/alert.h"
#include "model/domain/reviewed.h"
#include "model/figures/threshold_curve.h"

#include <functional>
#include <map>
#include <vector>

namespace signalbox {

// A past alert with its verdict; none: not labelled, or unsure.
struct StudiedAlert {
    const PastAlert* alert = nullptr;
    std::optional<bool> isTrue{};
};

// Those of one trigger on one channel, in their order. They point into `past`. `verdictOf` is asked by the alert's number; none:
// not labelled.
std::vector<StudiedAlert> alertsToStudy(const std::vector<PastAlert>& past, const AlertId& trigger, Channel channel,
                                        const std::function<std::optional<Verdict>(std::int64_t)>& verdictOf);

// How long past alerts took to come: from `first` to `end` in weeks, at least one.
double weeksOfPast(Instant first, Instant end);

struct PersonLoad {
    AgentId agent;       // empty: anybody's
    double before = 0;   // alerts a week
    double after = 0;
};

// What another threshold would have done to the alerts of the past.
struct ThresholdEffect {
    KeptAlerts before;   // by the live threshold
    KeptAlerts after;
    double weeks = 1;

    std::int64_t falsesRemoved() const { return before.falses - after.falses; }
    std::int64_t truthsLost() const { return before.truths - after.truths; }
    double perWeekBefore() const { return double(before.kept) / weeks; }
    double perWeek() const { return double(after.kept) / weeks; }
};

// The alerts of one trigger on one channel against higher thresholds than the live one. A lower one cannot be judged: what
// it would add was never raised. The alerts outlive the study. Asking takes O(log n) for each person.
class ThresholdStudy {
public:
    // `weeks` above 0: how long these alerts took to come.
    ThresholdStudy(std::vector<StudiedAlert> alerts, double live, double weeks);

    double live() const { return m_live; }
    double highest() const;   // score; the live threshold when there is none
    std::int64_t labelled() const;
    const ThresholdCurve& curve() const { return m_curve; }
    ThresholdEffect at(double threshold) const;
    std::vector<PersonLoad> loads(double threshold) const;   // most alerts before first
    // Those with this verdict that the threshold no longer raises, lowest score first.
    std::vector<const PastAlert*> removed(double threshold, bool isTrue) const;

private:
    double m_live;
    double m_weeks;
    std::vector<StudiedAlert> m_alerts;   // by score, upwards
    ThresholdCurve m_curve;
    std::map<AgentId, std::vector<double>> m_ofPeople;   // scores, upwards
};

}
