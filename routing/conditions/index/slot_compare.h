#pragma once

#include "routing/conditions/condition.h"
#include "routing/conditions/index/native_context.h"
#include "routing/conditions/patterns.h"

namespace signalbox {

// Any comparison with a native context, in any mix of types, one attribute with another included: what `holds` says of the
// same values. Slow beside the tests made for one type; allocates nothing, but to look up a pattern that is an attribute.
bool holdsOnSlots(const Comparison& comparison, const Slot& left, const Slot* right, const NativeContext& context,
                  const Patterns& patterns);

}
