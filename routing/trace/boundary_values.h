#pragma once

#include "routing/conditions/condition.h"

#include <optional>
#include <vector>

namespace signalbox {

inline constexpr std::size_t mostBoundaryValues = 256;   // of one attribute; beyond, the rest is left out

// Values for an attribute on each side of every boundary that these conditions draw for it, the nearest to what it is
// now first; at last none: missing. `named` is tried for strings as well.
std::vector<std::optional<Value>> boundaryValues(const std::string& attribute,
                                                 const std::vector<const Condition*>& conditions, const Values& values,
                                                 const std::string& named);

}
