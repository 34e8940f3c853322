#include "routing/signals/intent_score.h"

#include "model/domain/names.h"

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

double toHundredths(double value) { return std::round(value * 100) / 100; }

double points(const Signal& signal, Instant observedAt, Instant now)
{
    using Minutes = std::chrono::duration<double, std::ratio<60>>;
    const double age = std::max(0.0, Minutes(now - observedAt).count());
    const double left = signal.halfLifeMinutes > 0 ? std::exp2(-age / signal.halfLifeMinutes) : 1.0;
    return toHundredths(signal.weight * left);
}

}

std::vector<SignalShare> sharesOf(const std::vector<Signal>& signals, const std::map<SignalId, Instant>& observed,
                                  Instant now)
{
    std::vector<SignalShare> shares;
    for (const Signal& signal : signals)
        if (const auto seen = observed.find(signal.id); seen != observed.end())
            shares.push_back({signal.id, signal.name, points(signal, seen->second, now), seen->second,
                              signal.score});
    return shares;
}

double scoreOf(const std::vector<SignalShare>& shares, Score score)
{
    double sum = 0;
    for (const SignalShare& share : shares)
        if (share.score == score)
            sum += share.points;
    return toHundredths(std::clamp(sum, 0.0, 100.0));
}

double intentScoreOf(const std::vector<SignalShare>& shares) { return scoreOf(shares, Score::Intent); }

std::string scoreAttribute(Score score) { return std::string(nameOf(score)) + "_score"; }

}
