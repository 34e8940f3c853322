#pragma once

#include "app/analysis/in_period.h"

namespace signalbox {

// How many conversations each policy left where, and through which channel and tier they came. `today` is when the last
// day of the period began.
Traffic countTraffic(const PastLog& log, const Period& period, Instant today, const DestinationWords& words);

}
