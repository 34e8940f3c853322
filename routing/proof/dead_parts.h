#pragma once

#include "routing/proof/analyses.h"

namespace signalbox {

// A part of an `any` that never holds where the rest of the condition does, and what of the rest rules it out: nothing
// when it cannot hold at all.
struct DeadPart {
    const Condition* part = nullptr;
    std::vector<const Condition*> because;
};

struct DeadParts {
    std::vector<DeadPart> parts;
    std::size_t undecided = 0;
};

// Of a condition that holds in `known`, where `given` does as well. Parts under a `not` are not looked at.
DeadParts deadParts(Prover& prover, const Condition& condition, const std::vector<const Condition*>& given,
                    const Values& known);

// "The condition of x has a part that can never hold: ...", without a place.
Finding findingOf(const DeadPart& dead, const Rulebook& rulebook, const std::string& subject);

}
