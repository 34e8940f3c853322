#include "model/figures/shares.h"

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

// How strongly having it before goes with having it after, with Newcombe's correction for few cases.
double correlation(double both, double onlyAfter, double onlyBefore, double neither, double of)
{
    const double margins = (both + onlyAfter) * (onlyBefore + neither) * (both + onlyBefore) * (onlyAfter + neither);
    if (margins <= 0)
        return 0;
    const double together = both * neither - onlyAfter * onlyBefore;
    return (together > 0 ? std::max(together - of / 2, 0.0) : together) / std::sqrt(margins);
}

double distance(double a, double b, double correlated)
{
    return std::sqrt(std::max(0.0, a * a - 2 * correlated * a * b + b * b));
}

ShareEstimate differenceOf(const ShareEstimate& earlier, const ShareEstimate& later, double correlated)
{
    const double change = later.value - earlier.value;
    return {change, change - distance(later.value - later.low, earlier.high - earlier.value, correlated),
            change + distance(later.high - later.value, earlier.value - earlier.low, correlated)};
}

}

ShareEstimate estimateShare(std::int64_t hits, std::int64_t of)
{
    return of > 0 ? estimateSampledShare(static_cast<double>(hits) / static_cast<double>(of), static_cast<double>(of))
                  : ShareEstimate{0, 0, 1};
}

ShareEstimate estimateSampledShare(double share, double worth)
{
    if (!(worth > 0))
        return {0, 0, 1};
    constexpr double z = deviationsOf95;
    const double middle = (share + z * z / (2 * worth)) / (1 + z * z / worth);
    const double half = z * std::sqrt(share * (1 - share) / worth + z * z / (4 * worth * worth)) / (1 + z * z / worth);
    return {share, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

ShareEstimate estimateChange(std::int64_t before, std::int64_t after, std::int64_t both, std::int64_t of)
{
    if (of <= 0)
        return {0, -1, 1};
    const ShareEstimate later = estimateShare(after, of);
    const ShareEstimate earlier = estimateShare(before, of);
    const auto n = static_cast<double>(of);
    const auto kept = static_cast<double>(both);
    const double won = static_cast<double>(after) - kept;
    const double lost = static_cast<double>(before) - kept;
    const double correlated = correlation(kept, won, lost, n - kept - won - lost, n);
    return differenceOf(earlier, later, correlated);
}

ShareEstimate estimateDifference(const ShareEstimate& before, const ShareEstimate& after)
{
    return differenceOf(before, after, 0);
}

}
