#include "model/figures/survival.h"

#include "model/figures/shares.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace signalbox {
namespace {

constexpr std::size_t fewestForAnInterval = 6;

// From this time on, up to the next step, so much of all is still open.
struct Step {
    std::chrono::microseconds at;
    double open;
    double variance;   // Greenwood's sum
};

std::vector<SurvivalPoint> curveOf(const std::vector<Step>& steps)
{
    constexpr std::size_t most = 200;   // more than there are pixels between them
    std::vector<SurvivalPoint> curve;
    const std::size_t points = std::min(steps.size(), most);
    for (std::size_t i = 0; i < points; ++i) {
        const Step& step = steps[points < 2 ? i : i * (steps.size() - 1) / (points - 1)];
        curve.push_back({step.at, 1 - step.open});
    }
    return curve;
}

// Whether a pointwise 95 % limit of what is open is at most the share: the lower one for `side` 1, the upper one for -1.
// At the end of the curve, where Greenwood's variance says nothing, the limits are 0 and 1. Compared as logarithms.
bool isLimitAtMost(const Step& step, int side, double share)
{
    if (!(step.open > 0))
        return side > 0;
    const double logOpen = std::log(step.open);
    const double deviation = std::sqrt(step.variance) / std::abs(logOpen);
    return logOpen * std::exp(side * deviationsOf95 * deviation) <= std::log(share);
}

bool isShorter(const ObservedTime& one, const ObservedTime& other) { return one.lasted < other.lasted; }

std::vector<Step> stepsOf(const std::vector<ObservedTime>& sorted)
{
    std::vector<Step> steps;
    double open = 1;
    double variance = 0;   // Greenwood's sum
    for (std::size_t first = 0; first < sorted.size();) {
        std::size_t next = first;
        double ended = 0;
        for (; next < sorted.size() && sorted[next].lasted == sorted[first].lasted; ++next)
            ended += sorted[next].ended ? 1 : 0;
        if (ended > 0) {
            const auto watched = static_cast<double>(sorted.size() - first);
            open *= (watched - ended) / watched;
            variance += ended / (watched * (watched - ended));
            steps.push_back({sorted[first].lasted, open, variance});
        }
        first = next;
    }
    return steps;
}

// The shortest first. Of many, digit by digit (radix sort), which takes a third of the time of comparing them.
void sortByTime(std::vector<ObservedTime>& times)
{
    constexpr std::size_t many = 4096;
    constexpr int digitBits = 11;
    constexpr std::size_t digits = std::size_t{1} << digitBits;
    if (times.size() < many || std::min_element(times.begin(), times.end(), isShorter)->lasted.count() < 0) {
        std::sort(times.begin(), times.end(), isShorter);
        return;
    }
    const auto longest
        = static_cast<std::uint64_t>(std::max_element(times.begin(), times.end(), isShorter)->lasted.count());
    std::vector<ObservedTime> sorted(times.size());
    for (int shift = 0; shift < 64 && longest >> shift != 0; shift += digitBits) {
        const auto digit = [shift](const ObservedTime& time) {
            return static_cast<std::uint64_t>(time.lasted.count()) >> shift & (digits - 1);
        };
        std::vector<std::size_t> next(digits + 1);
        for (const ObservedTime& time : times)
            ++next[digit(time) + 1];
        std::partial_sum(next.begin(), next.end(), next.begin());
        for (const ObservedTime& time : times)
            sorted[next[digit(time)]++] = time;
        times.swap(sorted);
    }
}

std::optional<std::chrono::microseconds> firstWithLimitAtMost(const std::vector<Step>& steps, int side, double share)
{
    const auto found
        = std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return isLimitAtMost(step, side, share); });
    return found == steps.end() ? std::nullopt : std::optional(found->at);
}

std::optional<std::chrono::microseconds> timeWithOpen(const std::vector<Step>& steps, double share)
{
    constexpr double rounding = 1e-9;   // of the product of many fractions
    const auto reached
        = std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return step.open <= share + rounding; });
    if (reached == steps.end())
        return std::nullopt;
    const auto next = std::next(reached);
    if (reached->open < share - rounding || next == steps.end())
        return reached->at;
    return reached->at + (next->at - reached->at) / 2;
}

}

SurvivalEstimate estimateSurvival(std::vector<ObservedTime> times)
{
    sortByTime(times);
    const std::vector<Step> steps = stepsOf(times);
    SurvivalEstimate estimate;
    estimate.of = static_cast<std::int64_t>(times.size());
    estimate.ended = std::count_if(times.begin(), times.end(), [](const ObservedTime& time) { return time.ended; });
    estimate.median = timeWithOpen(steps, 0.5);
    estimate.p90 = timeWithOpen(steps, 0.1);
    estimate.curve = curveOf(steps);
    if (times.size() < fewestForAnInterval)
        return estimate;
    estimate.medianLow = firstWithLimitAtMost(steps, 1, 0.5).value_or(std::chrono::microseconds{});
    estimate.medianHigh = firstWithLimitAtMost(steps, -1, 0.5);
    return estimate;
}

}
