#pragma once

#include "routing/json/json_tree.h"
#include "routing/trace/explanation.h"

namespace signalbox {

// {"policy":"vip","name":"VIP","outcome":"did_not_match","attribute":...,"found":...,"wanted":...}
JsonTree writeStep(const TraceStep& step);

// The whole explanation: docs/explain.md has the fields.
JsonTree writeExplanation(const Explanation& explanation);

}
