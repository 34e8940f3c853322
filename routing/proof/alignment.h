#pragma once

#include "routing/proof/policy_order.h"

#include <array>
#include <utility>
#include <vector>

namespace signalbox {

// By place in the order, the policies of each of two rulebooks that are not in the other one, unchanged and in the same
// order among the unchanged ones. Names and ids do not count, only what a policy does.
struct Changes {
    std::array<std::vector<std::size_t>, 2> in;
};
Changes changesBetween(const PolicyOrder& rulebook, const PolicyOrder& against);

// `against` with its own names for schedules that differ under one id, and the open times of both.
std::pair<Rulebook, OpenIntervals> withOwnSchedules(const OpenIntervals& intervals, const Rulebook& against,
                                                    const OpenIntervals& againstIntervals);

}
