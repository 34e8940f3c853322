#pragma once

#include "model/domain/result.h"
#include "routing/rulebook/rulebook.h"

namespace signalbox {

// Error: the rulebook has no such trigger, with those it has.
Result<const AlertTrigger*> triggerIn(const Rulebook& rulebook, const AlertId& id);

}
