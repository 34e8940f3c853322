#include "routing/trace/counterfactual.h"

#include "routing/conditions/evaluate.h"
#include "routing/conditions/walk.h"
#include "routing/engine.h"
#include "routing/trace/boundary_values.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr int mostEdits = 3;
constexpr std::int64_t mostTests = 300'000;      // of conditions, in one search
constexpr std::size_t allBoundariesUpTo = 200;   // conditions before; beyond, only those met on the way give values

class Search {
public:
    Search(const Values& values, const std::function<bool(const Condition&, const Values&)>& test,
           const std::function<bool(const Values&)>& leadsThere, const std::string& named)
        : m_start(values), m_values(values), m_test(test), m_leadsThere(leadsThere), m_named(named)
    {
    }

    Counterfactual run(const std::vector<Way>& ways)
    {
        Counterfactual result;
        for (int edits = 0; edits <= mostEdits && !result.found && m_tests < mostTests; ++edits)
            for (const Way& way : ways) {
                m_way = &way;
                if (!reach(edits))
                    continue;
                result.found = true;
                for (const std::string& attribute : m_changed)
                    result.edits.push_back({attribute, valueIn(m_start, attribute), valueIn(m_values, attribute)});
                break;
            }
        result.searchedAll = m_tests < mostTests && m_sawAllBoundaries;
        return result;
    }

private:
    static std::optional<Value> valueIn(const Values& values, const std::string& attribute)
    {
        const auto known = values.find(attribute);
        return known == values.end() ? std::nullopt : std::optional(known->second);
    }

    bool holds(const Condition& condition)
    {
        ++m_tests;
        return m_test(condition, m_values);
    }

    // What has to become otherwise; none when nothing is in the way.
    const Condition* inTheWay()
    {
        if (!holds(*m_way->when))
            return m_way->when;
        for (const Condition* before : m_way->before)
            if (holds(*before))
                return before;
        return nullptr;
    }

    bool reach(int edits)
    {
        if (m_tests >= mostTests)
            return false;
        const Condition* const obstacle = inTheWay();
        if (!obstacle && m_leadsThere(m_values))
            return true;
        return edits > 0 && tryAll(edits, obstacle);
    }

    bool tryAll(int edits, const Condition* obstacle)
    {
        auto boundaries = m_way->alsoBoundaries;
        boundaries.push_back(m_way->when);
        if (m_way->before.size() <= allBoundariesUpTo)
            boundaries.insert(boundaries.end(), m_way->before.begin(), m_way->before.end());
        else {
            m_sawAllBoundaries = false;
            if (obstacle)
                boundaries.push_back(obstacle);
        }
        for (const std::string& attribute : attributesToTry(obstacle)) {
            const auto before = valueIn(m_values, attribute);
            for (const auto& candidate : boundaryValues(attribute, boundaries, m_values, m_named)) {
                if (candidate == before)
                    continue;
                set(attribute, candidate);
                m_changed.push_back(attribute);
                if (reach(edits - 1))
                    return true;
                m_changed.pop_back();
            }
            set(attribute, before);
        }
        return false;
    }

    std::vector<std::string> attributesToTry(const Condition* obstacle) const
    {
        std::vector<std::string> all;
        if (obstacle) {
            const auto mentioned = attributesOf(*obstacle);
            all.assign(mentioned.begin(), mentioned.end());
            forEachLeaf(
                *obstacle, [](const Comparison&) {},
                [&all](const ScheduleTest& test) { all.push_back(scheduleAttribute(test.schedule)); });
        } else
            all = m_way->alsoMatters;
        std::erase_if(all, [this](const std::string& attribute) {
            return attribute == "now" || std::find(m_changed.begin(), m_changed.end(), attribute) != m_changed.end();
        });
        return all;
    }

    void set(const std::string& attribute, const std::optional<Value>& value)
    {
        if (value)
            m_values.insert_or_assign(attribute, *value);
        else
            m_values.erase(attribute);
    }

    const Values& m_start;
    Values m_values;
    const std::function<bool(const Condition&, const Values&)>& m_test;
    const std::function<bool(const Values&)>& m_leadsThere;
    const std::string& m_named;
    const Way* m_way = nullptr;
    std::vector<std::string> m_changed;
    std::int64_t m_tests = 0;
    bool m_sawAllBoundaries = true;
};

// Whether the actions may lead to the goal; the attribute that names the target, if one does, is added.
bool mayLead(const std::vector<Action>& actions, const Goal& goal, std::vector<std::string>& naming)
{
    const auto isTarget = [&](const Target& target) {
        if (!target.attribute.empty())
            naming.push_back(target.attribute);
        return !target.attribute.empty() || target.id == goal.id;
    };
    return std::any_of(actions.begin(), actions.end(), [&](const Action& action) {
        if (const auto* const queue = std::get_if<TransferToQueue>(&action))
            return goal.kind == Goal::Kind::Queue && isTarget(queue->queue);
        if (const auto* const agent = std::get_if<TransferToAgent>(&action))
            return goal.kind == Goal::Kind::Agent && isTarget(agent->agent);
        if (std::holds_alternative<TransferToLastAgent>(action))
            return goal.kind == Goal::Kind::Agent && isTarget({{}, "conversation.last_agent"});
        return false;
    });
}

std::string agentItIsSentTo(const Decision& decision)
{
    const auto named = [&decision](const std::string& attribute) {
        const auto known = decision.snapshot.find(attribute);
        const auto* const id = known == decision.snapshot.end() ? nullptr : std::get_if<std::string>(&known->second);
        return id ? *id : std::string{};
    };
    for (const Action& action : decision.actions) {
        if (const auto* const agent = std::get_if<TransferToAgent>(&action))
            return agent->agent.attribute.empty() ? agent->agent.id : named(agent->agent.attribute);
        if (std::holds_alternative<TransferToLastAgent>(action))
            return named("conversation.last_agent");
    }
    return {};
}

}

bool isReached(const Goal& goal, const Decision& decision)
{
    switch (goal.kind) {
    case Goal::Kind::Policy:
        return decision.policy && decision.policy->value == goal.id;
    case Goal::Kind::Tier:
        return decision.tier.value == goal.id;
    case Goal::Kind::Queue: {
        const auto queue = queueItIsSentTo(decision);
        return queue && queue->value == goal.id && !decision.stoppedTransfer;
    }
    case Goal::Kind::Agent:
        return agentItIsSentTo(decision) == goal.id;
    }
    return false;
}

std::vector<Way> waysOf(const Goal& goal, const std::vector<const Policy*>& order)
{
    std::vector<Way> ways;
    std::vector<const Condition*> before;
    for (const Policy* policy : order) {
        Way way{&policy->when, before, {}, {}};
        bool leads = goal.kind == Goal::Kind::Policy && policy->id.value == goal.id;
        leads = mayLead(policy->actions, goal, way.alsoMatters) || leads;
        if (policy->exception) {
            leads = mayLead(policy->exception->actions, goal, way.alsoMatters) || leads;
            const auto mentioned = attributesOf(policy->exception->when);
            way.alsoMatters.insert(way.alsoMatters.end(), mentioned.begin(), mentioned.end());
            forEachLeaf(
                policy->exception->when, [](const Comparison&) {},
                [&way](const ScheduleTest& test) { way.alsoMatters.push_back(scheduleAttribute(test.schedule)); });
            way.alsoBoundaries.push_back(&policy->exception->when);
        }
        if (leads)
            ways.push_back(std::move(way));
        before.push_back(&policy->when);
    }
    return ways;
}

Counterfactual findCounterfactual(const Values& values, const std::vector<Way>& ways,
                                  const std::function<bool(const Condition&, const Values&)>& holds,
                                  const std::function<bool(const Values&)>& leadsThere, const std::string& named)
{
    return Search(values, holds, leadsThere, named).run(ways);
}

}
