#pragma once

#include "app/analysis/in_period.h"

namespace signalbox {

// What values the attribute had when conversations of the period were decided last.
SeenValues seenValues(const PastLog& log, const std::string& attribute, const Period& period);

}
