#include "model/figures/recall.h"

#include "model/figures/exact_share.h"
#include "model/figures/strata.h"

#include <algorithm>

namespace signalbox {
namespace {

double recallOf(double found, double missed) { return found + missed > 0 ? found / (found + missed) : 1; }

}

RecallEstimate estimateRecall(std::int64_t found, const std::vector<SilentStratum>& silent)
{
    std::vector<Stratum> strata;
    double conversations = 0;
    double seenMissed = 0;
    double seenRight = 0;
    for (const SilentStratum& stratum : silent) {
        if (stratum.conversations <= 0)
            continue;
        if (stratum.sampled <= 0)
            return {std::nullopt, RecallGap::StratumNotSampled};
        strata.push_back(
            {static_cast<double>(stratum.conversations), stratum.worthAnAlert, stratum.sampled, stratum.conversations});
        conversations += static_cast<double>(stratum.conversations);
        seenMissed += static_cast<double>(stratum.worthAnAlert);
        seenRight += static_cast<double>(stratum.sampled - stratum.worthAnAlert);
    }
    const SampledShare share = combineStrata(strata);
    const ShareEstimate missed = estimateRareShare(share.value, share.worth);
    RecallEstimate estimate;
    estimate.missed = missed.value * conversations;
    estimate.missedLow = std::max(missed.low * conversations, seenMissed);
    estimate.missedHigh = std::min(missed.high * conversations, conversations - seenRight);
    const auto known = static_cast<double>(found);
    if (known + estimate.missed > 0)
        estimate.recall = ShareEstimate{recallOf(known, estimate.missed), recallOf(known, estimate.missedHigh),
                                        recallOf(known, estimate.missedLow)};
    else
        estimate.gap = RecallGap::NothingToRecall;
    return estimate;
}

}
