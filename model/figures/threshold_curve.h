#pragma once

#include "model/figures/shares.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace signalbox {

struct ScoredAlert {
    double score = 0;             // one that is not a number is never kept
    std::optional<bool> isTrue;   // its verdict; without: not judged, or unsure
};

// What a threshold keeps: alerts whose score is at it or above.
struct KeptAlerts {
    double threshold = 0;
    std::int64_t kept = 0;
    std::int64_t truths = 0;   // judged true
    std::int64_t falses = 0;   // judged false

    ShareEstimate precision() const { return estimateShare(truths, truths + falses); }
};

// Past alerts against the threshold that would have raised them. Built in O(n log n), asked in O(log n).
class ThresholdCurve {
public:
    explicit ThresholdCurve(std::vector<ScoredAlert> alerts);

    KeptAlerts at(double threshold) const;
    // Of the true alerts of today's threshold, how many are still raised.
    ShareEstimate truthsKept(const KeptAlerts& kept) const;
    // At each score that some alert has, upwards; the first keeps all.
    const std::vector<KeptAlerts>& steps() const { return m_steps; }

private:
    std::vector<KeptAlerts> m_steps;
};

struct ThresholdSuggestion {
    KeptAlerts kept;
    bool thin = false;   // fewer than 20 are judged, or the precision's interval reaches below the aim
};

// The lowest threshold whose precision is at least `aim` (0 to 1) with its whole interval; when none is, the lowest at
// which the precision itself is, marked thin. Nothing when none reaches it.
std::optional<ThresholdSuggestion> suggestThreshold(const ThresholdCurve& curve, double aim);

}
