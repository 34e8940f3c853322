#include "model/figures/exact_share.h"

#include <cmath>

namespace signalbox {
namespace {

constexpr double tail = 0.025;   // left outside on each side

// The continued fraction of the incomplete beta function (DLMF 8.17.22), from its far end. Converges for x below
// (a + 1) / (a + b + 2), in steps that grow with the root of a + b.
double betaFraction(double a, double b, double x)
{
    double rest = 1;
    for (auto step = static_cast<int>(20 + 4 * std::sqrt(a + b)); step >= 0; --step) {
        const double m = step;
        rest = 1 - (a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)) / rest;
        if (step > 0)
            rest = 1 + m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)) / rest;
    }
    return 1 / rest;
}

// How likely a value of the beta distribution is at most x: the regularised incomplete beta function.
double betaAtMost(double a, double b, double x)
{
    if (x > (a + 1) / (a + b + 2))
        return 1 - betaAtMost(b, a, 1 - x);
    if (x <= 0)
        return 0;
    const double scale = std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x);
    return std::exp(scale) * betaFraction(a, b, x) / a;
}

double betaQuantile(double a, double b, double probability)
{
    double low = 0;
    double high = 1;
    for (int halving = 0; halving < 40; ++halving) {   // to 1e-12
        const double middle = (low + high) / 2;
        (betaAtMost(a, b, middle) < probability ? low : high) = middle;
    }
    return (low + high) / 2;
}

}

ShareEstimate estimateRareShare(double share, double worth)
{
    if (!(worth > 0))
        return {0, 0, 1};
    if (std::isinf(worth))
        return {share, share, share};
    const double hits = share * worth;
    const double misses = worth - hits;
    const double none = worth * 1e-12;   // what rounding leaves of no hits
    return {share, hits > none ? betaQuantile(hits, misses + 1, tail) : 0,
            misses > none ? betaQuantile(hits + 1, misses, 1 - tail) : 1};
}

}
