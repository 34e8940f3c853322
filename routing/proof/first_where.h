#pragma once

#include "routing/proof/policy_order.h"
#include "routing/proof/question.h"

#include <vector>

namespace signalbox {

struct FirstWhere {
    Question::Answer::State state = Question::Answer::State::Unknown;
    Values witness;
    std::vector<std::size_t> hiddenBy;   // places of policies: these together are in the way, and no fewer of them
    bool yes() const { return state == Question::Answer::State::Yes; }
    bool no() const { return state == Question::Answer::State::No; }
};

// Whether there is a context in which the policy at `index` is the first to hold and all of `also` is so; with the order's
// size as index, one in which none holds. Policies above are taken into account one after another, as they turn out to be
// in the way, so that the question stays small; from each context found a walk goes on without the solver.
FirstWhere whereFirst(Prover& prover, const PolicyOrder& order, std::size_t index, const std::vector<Wish>& also = {});

// From a context in which all of `wishes` is so, step by step to one in which the first policy that holds stands further
// down, at most at `index`, and all wishes are still so. The places of policies it met on the way go into `met`.
Values walkDown(const World& world, const PolicyOrder& order, std::size_t index, const std::vector<Wish>& wishes,
                Values from, std::vector<std::size_t>& met);

}
