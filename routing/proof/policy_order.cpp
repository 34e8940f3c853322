#include "routing/proof/policy_order.h"

#include "routing/rulebook/describe.h"
#include "routing/rulebook/phrases.h"

namespace signalbox {

PolicyOrder::PolicyOrder(const Rulebook& rulebook, const World& world)
    : m_rulebook(rulebook), m_world(world), m_order(policiesInOrder(rulebook))
{
}

std::size_t PolicyOrder::first(const Values& values) const
{
    std::size_t index = 0;
    while (index < m_order.size() && !m_world.holds(m_order[index]->when, values))
        ++index;
    return index;
}

const std::vector<Action>& PolicyOrder::actions(std::size_t index, const Values& values) const
{
    static const std::vector<Action> none;
    if (index >= m_order.size())
        return none;
    const Policy& policy = *m_order[index];
    const bool excepted = policy.exception && m_world.holds(policy.exception->when, values);
    return excepted ? policy.exception->actions : policy.actions;
}

std::string called(const Policy& policy)
{
    if (policy.name.empty() || policy.name == policy.id.value)
        return policy.id.value;
    return quoted(policy.name) + " (" + policy.id.value + ")";
}

std::string inWords(const std::vector<Action>& actions, const Rulebook& rulebook)
{
    std::vector<std::string> words;
    for (const Action& action : actions)
        words.push_back(describe(action, rulebook));
    return words.empty() ? "do nothing" : joined(words, " and ");
}

const Condition& always()
{
    static const Condition condition{AllOf{}};
    return condition;
}

}
