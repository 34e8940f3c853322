#include "model/figures/threshold_study.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr double microsecondsAWeek = 7.0 * 24 * 3600 * 1e6;

std::vector<StudiedAlert> fromThreshold(std::vector<StudiedAlert> alerts, double live)
{
    std::erase_if(alerts,
                  [&](const StudiedAlert& each) { return !each.alert->score || !(*each.alert->score >= live); });
    std::ranges::stable_sort(alerts, {}, [](const StudiedAlert& each) { return *each.alert->score; });
    return alerts;
}

ThresholdCurve curveOf(const std::vector<StudiedAlert>& alerts)
{
    std::vector<ScoredAlert> scored;
    scored.reserve(alerts.size());
    for (const StudiedAlert& each : alerts)
        scored.push_back({*each.alert->score, each.isTrue});
    return ThresholdCurve(std::move(scored));
}

}

std::vector<StudiedAlert> alertsToStudy(const std::vector<PastAlert>& past, const AlertId& trigger, Channel channel,
                                        const std::function<std::optional<Verdict>(std::int64_t)>& verdictOf)
{
    std::vector<StudiedAlert> alerts;
    for (const PastAlert& alert : past) {
        if (alert.trigger != trigger || alert.channel != channel)
            continue;
        const auto verdict = verdictOf(alert.number);
        alerts.push_back(
            {&alert,
             !verdict || *verdict == Verdict::Unsure ? std::nullopt : std::optional(*verdict == Verdict::True)});
    }
    return alerts;
}

double weeksOfPast(Instant first, Instant end)
{
    return std::max(1.0, double((end - first).count()) / microsecondsAWeek);
}

ThresholdStudy::ThresholdStudy(std::vector<StudiedAlert> alerts, double live, double weeks)
    : m_live(live), m_weeks(weeks), m_alerts(fromThreshold(std::move(alerts), live)), m_curve(curveOf(m_alerts))
{
    for (const StudiedAlert& each : m_alerts)
        m_ofPeople[each.alert->owner].push_back(*each.alert->score);
}

double ThresholdStudy::highest() const { return m_alerts.empty() ? m_live : *m_alerts.back().alert->score; }

std::int64_t ThresholdStudy::labelled() const
{
    const KeptAlerts all = m_curve.at(m_live);
    return all.truths + all.falses;
}

ThresholdEffect ThresholdStudy::at(double threshold) const
{
    return {m_curve.at(m_live), m_curve.at(std::max(threshold, m_live)), m_weeks};
}

std::vector<PersonLoad> ThresholdStudy::loads(double threshold) const
{
    std::vector<PersonLoad> loads;
    for (const auto& [agent, scores] : m_ofPeople) {
        const auto kept = scores.end() - std::ranges::lower_bound(scores, threshold);
        loads.push_back({agent, double(scores.size()) / m_weeks, double(kept) / m_weeks});
    }
    std::ranges::stable_sort(loads, std::greater{}, &PersonLoad::before);
    return loads;
}

std::vector<const PastAlert*> ThresholdStudy::removed(double threshold, bool isTrue) const
{
    std::vector<const PastAlert*> found;
    for (const StudiedAlert& each : m_alerts) {
        if (*each.alert->score >= threshold)
            break;
        if (each.isTrue == isTrue)
            found.push_back(each.alert);
    }
    return found;
}

}
