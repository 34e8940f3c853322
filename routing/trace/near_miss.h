#pragma once

#include "routing/conditions/evaluate.h"
#include "routing/rulebook/rulebook.h"

#include <string>
#include <vector>

namespace signalbox {

// How far a condition was from holding.
struct NearMiss {
    std::vector<std::string> attributes{};   // of the fewest comparisons that would have had to come out otherwise
    std::string by{};   // of one that compares numbers: how far it was off, "20 people"; else empty
    double share = 1;   // the same as a share of the greater of found and wanted, 0 to 1; 1 where there is no distance

    bool isNear() const { return attributes.size() == 1; }
    bool operator==(const NearMiss&) const = default;
};

// Nothing is amiss of a condition that holds, or that nothing could make hold. A schedule's attribute is "schedule.<id>".
NearMiss nearMiss(const Condition& condition, const Facts& facts, const Rulebook& rulebook);

}
