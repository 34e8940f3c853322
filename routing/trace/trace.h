#pragma once

#include "routing/conditions/evaluate.h"
#include "routing/engine.h"

#include <vector>

namespace signalbox {

// The policies by priority, disabled ones included, up to and with the first that fires; each that did not, with the first
// comparison that failed: what was found and what was wanted, in words.
std::vector<TraceStep> trace(const Rulebook& rulebook, const Facts& facts);

}
