#pragma once

#include "routing/rulebook/rulebook.h"

#include <set>

namespace signalbox {

// What enabled policies give and raise whatever its own condition says.
struct SetByActions {
    std::set<TierId> tiers;
    std::set<AlertId> alerts;
};
SetByActions setByActions(const Rulebook& rulebook);

}
