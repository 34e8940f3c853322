// By which policies a goal may be reached: the other half of counterfactual.h.
#include "routing/trace/counterfactual.h"

#include "routing/conditions/evaluate.h"
#include "routing/conditions/walk.h"

#include <algorithm>

namespace signalbox {
namespace {

// Looks through one list of actions; adds to the way what else of the context it depends on.
class Leading {
public:
    Leading(const Goal& goal, const Rulebook& rulebook, Ways& ways, Way& way)
        : m_goal(goal), m_rulebook(rulebook), m_ways(ways), m_way(way)
    {
    }

    bool mayLead(const std::vector<Action>& actions)
    {
        for (const Action& action : actions)
            std::visit(*this, action);
        if (!m_choosesOwner && !m_speaks)
            (*this)(AnswerWithAi{});
        return m_leads;
    }

    void operator()(const AnswerWithAi& action) { orHandsOver(action.fallbackQueue, action.minScore); }
    void operator()(const KeepWithAi&) { orHandsOver({}, 0); }
    void operator()(const TransferToQueue& action)
    {
        m_choosesOwner = true;
        if (!wantsQueues())
            return;
        if (action.queue.attribute.empty())
            toQueue({action.queue.id});
        else
            named(action.queue.attribute);
    }
    void operator()(const TransferToAgent& action)
    {
        m_choosesOwner = true;
        toQueue(action.fallbackQueue);
        if (m_goal.kind != Goal::Kind::Agent)
            return;
        if (action.agent.attribute.empty())
            m_leads = m_leads || action.agent.id == m_goal.id;
        else
            named(action.agent.attribute);
    }
    void operator()(const TransferToLastAgent& action)
    {
        m_choosesOwner = true;
        toQueue(action.fallbackQueue);
        if (m_goal.kind == Goal::Kind::Agent)
            named("conversation.last_agent");
    }
    void operator()(const SetTier& action)
    {
        m_leads = m_leads || (m_goal.kind == Goal::Kind::Tier && action.tier.value == m_goal.id);
    }
    void operator()(const SendMessage&) { m_speaks = true; }
    template <class Aside>
    void operator()(const Aside&)
    {
    }

private:
    bool wantsQueues() const { return m_goal.kind == Goal::Kind::Queue || m_goal.kind == Goal::Kind::Agent; }

    bool isWanted(const QueueId& queue) const
    {
        if (m_goal.kind == Goal::Kind::Queue)
            return queue.value == m_goal.id;
        return m_goal.kind == Goal::Kind::Agent
            && std::find(m_goal.queues.begin(), m_goal.queues.end(), queue) != m_goal.queues.end();
    }

    bool toQueue(const QueueId& queue)
    {
        auto tried = queuesFrom(queue, m_rulebook);
        if (tried.empty())
            tried.push_back(queue);   // a rulebook without a list of queues
        const bool leads
            = std::any_of(tried.begin(), tried.end(), [this](const QueueId& one) { return isWanted(one); });
        m_leads = m_leads || leads;
        return leads;
    }

    void orHandsOver(const QueueId& queue, double minScore)
    {
        m_choosesOwner = true;
        if (!toQueue(queue))
            return;
        const Condition* const handing = m_ways.keep(handsOver(minScore));
        for (const std::string& attribute : attributesOf(*handing))
            m_way.alsoMatters.push_back(attribute);
        m_way.alsoBoundaries.push_back(handing);
    }

    void named(const std::string& attribute)
    {
        m_way.alsoMatters.push_back(attribute);
        m_leads = true;
    }

    const Goal& m_goal;
    const Rulebook& m_rulebook;
    Ways& m_ways;
    Way& m_way;
    bool m_leads = false;
    bool m_choosesOwner = false;
    bool m_speaks = false;
};

void addException(Way& way, const Condition& when)
{
    const auto mentioned = attributesOf(when);
    way.alsoMatters.insert(way.alsoMatters.end(), mentioned.begin(), mentioned.end());
    forEachLeaf(
        when, [](const Comparison&) {},
        [&way](const ScheduleTest& test) { way.alsoMatters.push_back(scheduleAttribute(test.schedule)); });
    way.alsoBoundaries.push_back(&when);
}

}

void addWaysByPolicies(Ways& ways, const Goal& goal, const std::vector<const Policy*>& order, const Rulebook& rulebook)
{
    for (const Policy* policy : order) {
        Way way{&policy->when};
        bool leads = goal.kind == Goal::Kind::Policy && policy->id.value == goal.id;
        leads = Leading(goal, rulebook, ways, way).mayLead(policy->actions) || leads;
        if (policy->exception) {
            leads = Leading(goal, rulebook, ways, way).mayLead(policy->exception->actions) || leads;
            addException(way, policy->exception->when);
        }
        if (leads)
            ways.add(std::move(way));
    }
    if (goal.kind == Goal::Kind::Queue || goal.kind == Goal::Kind::Agent) {
        Way byTheAi{ways.keep({AllOf{}})};
        if (Leading(goal, rulebook, ways, byTheAi).mayLead({}))
            ways.add(std::move(byTheAi));
    }
}

}
