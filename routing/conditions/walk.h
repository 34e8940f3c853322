#pragma once

#include "routing/conditions/condition.h"

#include <functional>
#include <set>
#include <string>

namespace signalbox {

// Every comparison of the condition, from left to right; and every schedule test, where wanted.
void forEachLeaf(const Condition& condition, const std::function<void(const Comparison&)>& onComparison,
                 const std::function<void(const ScheduleTest&)>& onScheduleTest = nullptr);

// The condition with every comparison replaced. `inverted`: it stands under an odd number of "not".
Condition withComparisons(const Condition& condition,
                          const std::function<Comparison(Comparison, bool inverted)>& replace);

// The names of all attributes the condition looks at, on either side.
std::set<std::string, std::less<>> attributesOf(const Condition& condition);

}
