#pragma once

#include "routing/rulebook/rulebook.h"
#include "ui/policies/editor/condition_line.h"

#include <map>

namespace signalbox {

// How every line of the tree stands on the sample, by the line's id.
std::map<std::uint64_t, RowMark> marksOf(const ConditionTree& tree, const StudioSelection::Sample& sample,
                                         const Rulebook& rulebook);

}
