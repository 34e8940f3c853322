#include "model/figures/threshold_curve.h"

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

constexpr std::int64_t fewestToTrust = 20;

std::optional<ThresholdSuggestion> lowestReaching(const ThresholdCurve& curve, double aim, double ShareEstimate::*part)
{
    for (const KeptAlerts& kept : curve.steps()) {
        const ShareEstimate precision = kept.precision();
        const std::int64_t judged = kept.truths + kept.falses;
        if (judged > 0 && precision.*part >= aim)
            return ThresholdSuggestion{kept, judged < fewestToTrust || precision.low < aim};
    }
    return std::nullopt;
}

}

ThresholdCurve::ThresholdCurve(std::vector<ScoredAlert> alerts)
{
    std::erase_if(alerts, [](const ScoredAlert& alert) { return std::isnan(alert.score); });
    std::sort(alerts.begin(), alerts.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
    KeptAlerts kept;
    for (const ScoredAlert& alert : alerts) {
        if (m_steps.empty() || alert.score != kept.threshold)
            m_steps.emplace_back();
        kept.threshold = alert.score;
        ++kept.kept;
        kept.truths += alert.isTrue == true ? 1 : 0;
        kept.falses += alert.isTrue == false ? 1 : 0;
        m_steps.back() = kept;
    }
    std::reverse(m_steps.begin(), m_steps.end());
}

KeptAlerts ThresholdCurve::at(double threshold) const
{
    const auto step = std::lower_bound(m_steps.begin(), m_steps.end(), threshold,
                                       [](const KeptAlerts& kept, double asked) { return kept.threshold < asked; });
    KeptAlerts kept = step == m_steps.end() ? KeptAlerts{} : *step;
    kept.threshold = threshold;
    return kept;
}

ShareEstimate ThresholdCurve::truthsKept(const KeptAlerts& kept) const
{
    return estimateShare(kept.truths, m_steps.empty() ? 0 : m_steps.front().truths);
}

std::optional<ThresholdSuggestion> suggestThreshold(const ThresholdCurve& curve, double aim)
{
    const auto sure = lowestReaching(curve, aim, &ShareEstimate::low);
    return sure ? sure : lowestReaching(curve, aim, &ShareEstimate::value);
}

}
