#pragma once

#include "app/analysis/in_period.h"

namespace signalbox {

// A value as text, cut where it is long; the members of a set are counted for themselves.
std::vector<std::string> textsOf(const Value& value);

// What values the attribute had when conversations of the period were decided last.
SeenValues seenValues(const PastLog& log, const std::string& attribute, const Period& period);

}
