#pragma once

#include "routing/rulebook/rulebook.h"

#include <set>
#include <string>
#include <vector>

namespace signalbox {

// All policies, switched off ones too, in the order in which they would be tried.
std::vector<Policy> inTrialOrder(std::vector<Policy> policies);

// What can be read of a document, its policies in that order.
Rulebook readInTrialOrder(const std::string& document);

// The fewest policies whose moves turn the order `before` into `after`. Policies that are only in one are left out.
std::set<PolicyId> movedBetween(const std::vector<Policy>& before, const std::vector<Policy>& after);

}
