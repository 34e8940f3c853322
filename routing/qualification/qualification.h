#pragma once

#include "model/domain/decision.h"
#include "routing/conditions/evaluate.h"
#include "routing/rulebook/rulebook.h"

#include <vector>

namespace signalbox {

// The checklist as the facts fill it in. Met: the condition holds, and not only because something is missing. Unknown:
// otherwise, when any attribute it mentions is missing. Not met: the rest. The evidence is what was found, in words.
std::vector<CriterionResult> qualify(const Rulebook& rulebook, const Facts& facts);

}
