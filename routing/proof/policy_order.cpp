#include "routing/proof/policy_order.h"

#include "routing/conditions/index/vocabulary.h"
#include "routing/rulebook/describe.h"
#include "routing/rulebook/phrases.h"

#include <algorithm>

namespace signalbox {

PolicyOrder::PolicyOrder(const Rulebook& rulebook, const World& world)
    : m_rulebook(rulebook), m_world(world), m_order(policiesInOrder(rulebook)), m_index(m_order, world.patterns())
{
}

std::size_t PolicyOrder::first(const Values& values) const
{
    m_index.vocabulary().fill(m_context, values, nowOf(values), m_world.intervals());
    return m_index.firstMatch(m_context, m_memory).value_or(m_order.size());
}

bool PolicyOrder::isPlainlyFirst(std::size_t index, const Values& values) const
{
    const auto holdsAt = [&](const Policy* policy) { return m_world.holds(policy->when, values); };
    const auto end = m_order.begin() + static_cast<std::ptrdiff_t>(index);
    return std::none_of(m_order.begin(), end, holdsAt) && (end == m_order.end() || holdsAt(*end));
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
