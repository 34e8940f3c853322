#include "model/figures/threshold_forecast.h"

#include "model/figures/question.h"

#include <algorithm>
#include <cmath>

namespace signalbox {

ForecastCheck checkForecast(const ThresholdForecast& forecast)
{
    constexpr double daysAWeek = 7;
    const double ratio = forecast.days / daysAWeek / forecast.weeks;
    ForecastCheck check;
    check.expected = static_cast<double>(forecast.past.kept) * ratio;
    const double deviation = std::sqrt(check.expected * (1 + ratio));
    check.low = std::max(0.0, check.expected - deviationsOf95 * deviation);
    check.high = check.expected + deviationsOf95 * deviation;
    const auto came = static_cast<double>(forecast.came.kept);
    check.asMany = came >= std::floor(check.low) && came <= std::ceil(check.high);
    const auto judged = [](const KeptAlerts& alerts) { return alerts.truths + alerts.falses; };
    if (judged(forecast.past) >= fewestForAFigure && judged(forecast.came) >= fewestForAFigure)
        check.off = estimateDifference(forecast.past.precision(), forecast.came.precision());
    return check;
}

}
