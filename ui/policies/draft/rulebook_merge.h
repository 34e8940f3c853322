#pragma once

#include "routing/rulebook/rulebook.h"

#include <string>
#include <vector>

namespace signalbox {

// My changes from `base` to `mine`, made again on `theirs`, entry by entry in every room of the rulebook. What both changed
// in different ways is named in `conflicts` and comes out as mine. A policy I moved stands below the one I put it below.
// All three have their policies in the order in which they are tried, and so has the outcome.
Rulebook mergeRulebooks(const Rulebook& base, const Rulebook& mine, const Rulebook& theirs,
                        std::vector<std::string>& conflicts);

}
