#pragma once

#include "routing/conditions/index/match_memory.h"
#include "routing/conditions/index/native_context.h"
#include "routing/conditions/index/policy_index.h"
#include "routing/proof/world.h"

#include <string>
#include <vector>

namespace signalbox {

// The enabled policies of a rulebook in the order in which they are tried. For one thread at a time.
class PolicyOrder {
public:
    // `rulebook`: with its gates written out (withGates); it has to stay, as has the world.
    PolicyOrder(const Rulebook& rulebook, const World& world);

    std::size_t size() const { return m_order.size(); }
    const Policy& operator[](std::size_t index) const { return *m_order[index]; }
    const Rulebook& rulebook() const { return m_rulebook; }

    // The first whose condition holds, as the engine's index finds it; size() when none does.
    std::size_t first(const Values& values) const;
    // Whether the plain evaluator says as well that this is the first.
    bool isPlainlyFirst(std::size_t index, const Values& values) const;
    // What the policy at `index` does here: its own actions or its except block's. None for size().
    const std::vector<Action>& actions(std::size_t index, const Values& values) const;

private:
    const Rulebook& m_rulebook;
    const World& m_world;
    std::vector<const Policy*> m_order;
    PolicyIndex m_index;
    mutable NativeContext m_context;
    mutable MatchMemory m_memory;
};

// “Enterprise, Northeast”, and its id where that is not the name.
std::string called(const Policy& policy);
// "send to Sales, set the tier to P1"; "nothing, so that the AI answers" when there are no actions.
std::string inWords(const std::vector<Action>& actions, const Rulebook& rulebook);
// The condition that always holds.
const Condition& always();

}
