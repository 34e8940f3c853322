#pragma once

#include "routing/rulebook/read_condition.h"
#include "routing/rulebook/rulebook.h"

#include <vector>

namespace signalbox {

// The parts of the document that people keep with the policies and that deciding does not look at.
std::vector<PolicyGroup> readGroups(const JsonTree& list, const Place& place, Issues& issues);
// `rulebook` has everything else by then: contexts take its types, and policies, queues and tiers must be its own.
std::vector<PolicyCase> readCases(const JsonTree& list, const Place& place, const Rulebook& rulebook, Issues& issues);

}
