#include "model/figures/strata.h"

#include <limits>

namespace signalbox {
namespace {

// What sampling without putting back leaves of the variance.
double unseenPart(const Stratum& stratum)
{
    if (!stratum.population)
        return 1;
    const auto population = static_cast<double>(*stratum.population);
    return population > 1 ? (population - static_cast<double>(stratum.of)) / (population - 1) : 0;
}

// The spread of (hits + 1/2) / (of + 1) falls short of p(1 - p) by so much on average: with few in each stratum it
// counts.
double spreadKept(double of) { return 1 - of / ((of + 1) * (of + 1)); }

}

SampledShare combineStrata(const std::vector<Stratum>& strata)
{
    double whole = 0;
    for (const Stratum& stratum : strata)
        whole += stratum.weight;
    if (!(whole > 0))
        return {};
    double share = 0;
    double cautious = 0;
    double variance = 0;
    double spread = 0;   // variance of the share for each unit of variance of an answer
    for (const Stratum& stratum : strata) {
        const double part = stratum.weight / whole;
        const auto hits = static_cast<double>(stratum.hits);
        const auto of = static_cast<double>(stratum.of);
        const double likely = (hits + 0.5) / (of + 1);
        share += part * hits / of;
        cautious += part * likely;
        variance += part * part * likely * (1 - likely) / spreadKept(of) / of * unseenPart(stratum);
        spread += part * part / of;
    }
    if (!(variance > 0))
        return {share, std::numeric_limits<double>::infinity()};
    return {share, cautious * (1 - cautious) / spreadKept(1 / spread) / variance};
}

}
