#pragma once

#include "routing/proof/question.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox {

// Parts of a condition that no context fulfils together, and no fewer of them; or that this is not known.
struct AtOdds {
    bool isDecided = true;
    std::vector<const Condition*> parts;   // of the condition that was asked about
};
// None when the condition can hold; `holding` is then a context in which it does, where one is asked for.
std::optional<AtOdds> partsAtOdds(Prover& prover, const Condition& condition, Values* holding = nullptr);

// "The condition of signal x can never hold: no context has at once ... and ...", without a place.
Finding findingOf(const AtOdds& odds, const Rulebook& rulebook, const std::string& subject);

}
