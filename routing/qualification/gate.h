#pragma once

#include "routing/rulebook/rulebook.h"

namespace signalbox {

// True when the condition holds on what is known, and not because something is missing: what makes a criterion met.
Condition whenKnown(const Condition& condition);

// The rulebook with the gate written out: the condition of each policy that requires qualification also asks for every
// required criterion to be met. What the engine compiles, and what proofs are about.
Rulebook withGates(Rulebook rulebook);

}
