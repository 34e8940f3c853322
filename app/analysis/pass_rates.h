#pragma once

#include "app/analysis/errand.h"
#include "app/analysis/in_period.h"
#include "routing/open_intervals.h"

namespace signalbox {

struct PassRates {
    std::vector<double> shares;   // one for each condition; 0 when there are no conversations
    std::int64_t conversations = 0;
};
// On which share of the period's conversations each condition held when they were decided last.
PassRates passRates(const PastLog& log, const std::vector<Condition>& conditions, const OpenIntervals& intervals,
                    const Period& period, const Errand& errand);

}
