#include "model/figures/before_after.h"

#include "model/figures/strata.h"

namespace signalbox {
namespace {

ShareEstimate standardised(const std::vector<Stratum>& strata)
{
    const SampledShare share = combineStrata(strata);
    return estimateSampledShare(share.value, share.worth);
}

}

std::optional<ConversionChange> compareConversion(const std::vector<ConversionStratum>& strata)
{
    std::vector<Stratum> before;
    std::vector<Stratum> after;
    ConversionChange change;
    for (const ConversionStratum& stratum : strata) {
        const std::int64_t both = stratum.before + stratum.after;
        if (stratum.before <= 0 || stratum.after <= 0) {
            change.leftOut += both;
            continue;
        }
        change.compared += both;
        before.push_back({static_cast<double>(both), stratum.convertedBefore, stratum.before, std::nullopt});
        after.push_back({static_cast<double>(both), stratum.convertedAfter, stratum.after, std::nullopt});
    }
    if (before.empty())
        return std::nullopt;
    change.before = standardised(before);
    change.after = standardised(after);
    change.lift = estimateDifference(change.before, change.after);
    return change;
}

}
