#pragma once

#include "model/domain/result.h"
#include "routing/conditions/condition.h"

#include <QString>

namespace signalbox {

// What `--true-when` says: one comparison like "truth.bought = true" (with = != < <= > >=), or a condition as a rulebook
// has it, in JSON. Error: what is wrong with it, and where.
Result<Condition> truthConditionIn(const QString& text);

}
