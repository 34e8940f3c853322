#include "routing/trace/counterfactual.h"

#include "routing/conditions/evaluate.h"
#include "routing/conditions/walk.h"
#include "routing/trace/boundary_values.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr int mostEdits = 3;
constexpr int mostTries = 20'000;   // contexts looked at in one search

class Search {
public:
    Search(const Values& values, const std::function<bool(const Condition&, const Values&)>& test,
           const std::function<Attempt(const Way&, const Values&)>& lead, const std::string& named)
        : m_start(values), m_values(values), m_test(test), m_lead(lead), m_named(named)
    {
    }

    Counterfactual run(const std::vector<Way>& ways)
    {
        Counterfactual result;
        for (int edits = 0; edits <= mostEdits && !result.found && !isOver(); ++edits) {
            // What stood in the way draws boundaries too: once more with those, until nothing new is met.
            for (std::size_t known = m_met.size() + 1; !result.found && known != m_met.size() && !isOver();) {
                known = m_met.size();
                result.found = std::any_of(ways.begin(), ways.end(), [this, edits](const Way& way) {
                    m_way = &way;
                    return reach(edits);
                });
            }
        }
        if (result.found)
            for (const std::string& attribute : m_changed)
                result.edits.push_back({attribute, valueIn(m_start, attribute), valueIn(m_values, attribute)});
        result.searchedAll = !isOver() && !m_leftOut;
        return result;
    }

private:
    static std::optional<Value> valueIn(const Values& values, const std::string& attribute)
    {
        const auto known = values.find(attribute);
        return known == values.end() ? std::nullopt : std::optional(known->second);
    }

    bool isOver() const { return m_tries >= mostTries; }

    bool reach(int edits)
    {
        if (isOver())
            return false;
        ++m_tries;
        const Condition* obstacle = m_way->when;
        if (m_test(*m_way->when, m_values)) {
            const Attempt attempt = m_lead(*m_way, m_values);
            if (attempt.reached)
                return true;
            obstacle = attempt.decidedBy == m_way->when ? nullptr : attempt.decidedBy;
            if (obstacle && std::find(m_met.begin(), m_met.end(), obstacle) == m_met.end())
                m_met.push_back(obstacle);
        }
        return edits > 0 && tryAll(edits, obstacle);
    }

    bool tryAll(int edits, const Condition* obstacle)
    {
        auto boundaries = m_way->alsoBoundaries;
        boundaries.push_back(m_way->when);
        boundaries.insert(boundaries.end(), m_met.begin(), m_met.end());
        for (const std::string& attribute : attributesToTry(obstacle)) {
            const auto before = valueIn(m_values, attribute);
            const auto candidates = boundaryValues(attribute, boundaries, m_values, m_named);
            m_leftOut = m_leftOut || candidates.size() >= mostBoundaryValues;
            for (const auto& candidate : candidates) {
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
    const std::function<Attempt(const Way&, const Values&)>& m_lead;
    const std::string& m_named;
    const Way* m_way = nullptr;
    std::vector<std::string> m_changed;
    std::vector<const Condition*> m_met;   // what stood in the way so far
    int m_tries = 0;
    bool m_leftOut = false;
};

}

bool isReached(const Goal& goal, const Decision& decision, const Destination& destination)
{
    switch (goal.kind) {
    case Goal::Kind::Policy:
        return decision.policy && decision.policy->value == goal.id;
    case Goal::Kind::Tier:
        return decision.tier.value == goal.id;
    case Goal::Kind::Queue:
        return destination.queue.value == goal.id;
    case Goal::Kind::Agent:
        return destination.agent.empty()
            ? std::find(goal.queues.begin(), goal.queues.end(), destination.queue) != goal.queues.end()
            : destination.agent.value == goal.id;
    }
    return false;
}

Counterfactual findCounterfactual(const Values& values, const Ways& ways,
                                  const std::function<bool(const Condition&, const Values&)>& holds,
                                  const std::function<Attempt(const Way&, const Values&)>& lead,
                                  const std::string& named)
{
    return Search(values, holds, lead, named).run(ways.all());
}

}
