#pragma once

#include "model/domain/decision.h"
#include "routing/conditions/condition.h"
#include "routing/json/json_tree.h"

#include <vector>

namespace signalbox {

// The document's form of each: reading it again gives an equal one.
JsonTree writeValue(const Value& value);
JsonTree writeCondition(const Condition& condition);
JsonTree writeActions(const std::vector<Action>& actions);

}
