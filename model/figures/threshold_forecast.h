#pragma once

#include "model/figures/threshold_curve.h"

#include <optional>

namespace signalbox {

// What a raised threshold was expected to do, from the alerts before it was published, beside what came since.
struct ThresholdForecast {
    KeptAlerts past;    // of the earlier alerts those that the new threshold raises as well
    double weeks = 1;   // above 0: how long these took to come
    KeptAlerts came;
    double days = 7;   // above 0: since then, at most seven
};

struct ForecastCheck {
    double expected = 0;   // alerts in these days, and between which numbers they come 95 times in 100
    double low = 0;
    double high = 0;
    bool asMany = true;                 // what came lies between them
    std::optional<ShareEstimate> off;   // precision since, minus the forecast; none: fewer than fewestForAFigure judged
    // The difference is no more than chance explains; none as above.
    std::optional<bool> asRight() const
    {
        return off ? std::optional(off->low <= 0 && off->high >= 0) : std::nullopt;
    }
};

// The interval of the count is the prediction interval of one Poisson count from another, by joint sampling (K.
// Krishnamoorthy, J. Peng, "Improved closed-form prediction intervals for binomial and Poisson distributions", 2011): the
// counts y with (y - rx)^2 <= z^2 r (x + y), where x came before and r is the ratio of the two times. That of the precision
// is Newcombe's for the difference of two shares.
ForecastCheck checkForecast(const ThresholdForecast& forecast);

}
