#pragma once

#include "model/domain/value.h"
#include "routing/proof/encoding.h"

#include <functional>
#include <optional>
#include <vector>

namespace z3 {
class model;
}

namespace signalbox {

// A context out of what the solver found. Texts have to be found for what it says about them: either they are, or no
// text can be so, which is a lesson for the solver.
struct WitnessAttempt {
    enum class State { Built, Refuted, Unknown } state = State::Unknown;
    Values values;
};
// `refute` takes what cannot be so together, as formulas that are true in the model.
WitnessAttempt buildWitness(const z3::model& model, Encoding& encoding, const World& world, Texts& texts,
                            const std::function<void(const std::vector<z3::expr>&)>& refute,
                            const std::function<bool(const Values&)>& isGood);

// The same witness with fewer attributes and plainer values, as long as `isGood` says so.
Values plainer(Values values, const World& world, const std::function<bool(const Values&)>& isGood);

}
