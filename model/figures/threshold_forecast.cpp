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
    constexpr double squared = deviationsOf95 * deviationsOf95;
    const double middle = check.expected + squared * ratio / 2;
    const double half = std::sqrt(squared * squared * ratio * ratio / 4 + squared * check.expected * (1 + ratio));
    check.low = std::max(0.0, middle - half);
    check.high = middle + half;
    const auto came = static_cast<double>(forecast.came.kept);
    check.asMany = came >= std::floor(check.low) && came <= std::ceil(check.high);
    const auto judged = [](const KeptAlerts& alerts) { return alerts.truths + alerts.falses; };
    if (judged(forecast.past) >= fewestForAFigure && judged(forecast.came) >= fewestForAFigure)
        check.off = estimateDifference(forecast.past.precision(), forecast.came.precision());
    return check;
}

}
