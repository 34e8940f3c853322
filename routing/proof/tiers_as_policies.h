#pragma once

#include "routing/rulebook/rulebook.h"

namespace signalbox {

// The rulebook with one policy for each tier, in their order, in place of its own: it holds where the tier's condition does
// on the channel, and sets the tier. The first that holds is then the tier that conditions give, and what is proved of
// policies is proved of tiers.
Rulebook tiersAsPolicies(const Rulebook& rulebook);

}
