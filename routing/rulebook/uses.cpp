#include "routing/rulebook/uses.h"

#include "routing/conditions/walk.h"

#include <algorithm>
#include <functional>

namespace signalbox {
namespace {

// What makes an entry a use: something in its condition, one of its actions, or the entry itself.
struct Wanted {
    std::function<bool(const Comparison&)> comparison = [](const Comparison&) { return false; };
    std::function<bool(const ScheduleTest&)> schedule = [](const ScheduleTest&) { return false; };
    std::function<bool(const Action&)> action = [](const Action&) { return false; };
    std::function<bool(const Queue&)> queue = [](const Queue&) { return false; };
    std::function<bool(const AlertTrigger&)> alert = [](const AlertTrigger&) { return false; };
    std::function<bool(const PolicyCase&)> example = [](const PolicyCase&) { return false; };
};

bool hasLeaf(const Condition& condition, const Wanted& wanted)
{
    bool has = false;
    forEachLeaf(
        condition, [&](const Comparison& comparison) { has = has || wanted.comparison(comparison); },
        [&](const ScheduleTest& test) { has = has || wanted.schedule(test); });
    return has;
}

class Finder {
public:
    Finder(const Rulebook& rulebook, const Wanted& wanted) : m_rulebook(rulebook), m_wanted(wanted) { }

    std::vector<Use> find()
    {
        const auto byCondition = [this](const auto& entry) { return hasLeaf(entry.when, m_wanted); };
        collect("/signals/", "signal ", m_rulebook.signals, byCondition);
        collect("/qualification/", "criterion ", m_rulebook.qualification, byCondition);
        collect("/tiers/", "tier ", m_rulebook.tiers, byCondition);
        collect("/policies/", "policy ", m_rulebook.policies, [this](const Policy& policy) { return isUse(policy); });
        collect("/alerts/", "alert ", m_rulebook.alerts,
                [&](const AlertTrigger& alert) { return byCondition(alert) || m_wanted.alert(alert); });
        collect("/queues/", "queue ", m_rulebook.queues, m_wanted.queue);
        collect("/cases/", "case ", m_rulebook.cases, m_wanted.example);
        return std::move(m_uses);
    }

private:
    bool isUse(const Policy& policy) const
    {
        const auto acts
            = [this](const std::vector<Action>& actions) { return std::ranges::any_of(actions, m_wanted.action); };
        return hasLeaf(policy.when, m_wanted) || acts(policy.actions)
            || (policy.exception && (hasLeaf(policy.exception->when, m_wanted) || acts(policy.exception->actions)));
    }

    template <class Entry, class Test>
    void collect(const std::string& section, const std::string& kind, const std::vector<Entry>& entries, Test isWanted)
    {
        for (std::size_t i = 0; i < entries.size(); ++i)
            if (isWanted(entries[i]))
                m_uses.push_back({section + std::to_string(i),
                                  kind + (entries[i].name.empty() ? entries[i].id.value : entries[i].name)});
    }

    const Rulebook& m_rulebook;
    const Wanted& m_wanted;
    std::vector<Use> m_uses;
};

}

std::vector<Use> usesOf(const Rulebook& rulebook, const QueueId& queue)
{
    Wanted wanted;
    wanted.action = [&](const Action& action) {
        if (const auto* to = std::get_if<TransferToQueue>(&action))
            return to->queue.attribute.empty() && to->queue.id == queue.value;
        if (const auto* to = std::get_if<TransferToAgent>(&action))
            return to->fallbackQueue == queue;
        if (const auto* to = std::get_if<TransferToLastAgent>(&action))
            return to->fallbackQueue == queue;
        const auto* const ai = std::get_if<AnswerWithAi>(&action);
        return ai && ai->fallbackQueue == queue;
    };
    wanted.comparison = [&, prefix = "queue." + queue.value + "."](const Comparison& comparison) {
        const AttributeRef* const other = std::get_if<AttributeRef>(&comparison.operand);
        return comparison.attribute.starts_with(prefix) || (other && other->name.starts_with(prefix));
    };
    wanted.queue = [&](const Queue& other) { return other.fallback == queue; };
    wanted.example = [&](const PolicyCase& example) { return example.queue == queue; };
    return Finder(rulebook, wanted).find();
}

std::vector<Use> usesOf(const Rulebook& rulebook, const TierId& tier)
{
    Wanted wanted;
    wanted.action = [&](const Action& action) {
        const auto* const set = std::get_if<SetTier>(&action);
        return set && set->tier == tier;
    };
    wanted.example = [&](const PolicyCase& example) { return example.tier == tier; };
    return Finder(rulebook, wanted).find();
}

std::vector<Use> usesOf(const Rulebook& rulebook, const AlertId& alert)
{
    Wanted wanted;
    wanted.action = [&](const Action& action) {
        const auto* const raised = std::get_if<RaiseAlert>(&action);
        return raised && raised->alert == alert;
    };
    wanted.alert = [&](const AlertTrigger& other) {
        return std::ranges::find(other.silencedBy, alert) != other.silencedBy.end();
    };
    return Finder(rulebook, wanted).find();
}

std::vector<Use> usesOf(const Rulebook& rulebook, const ScheduleId& schedule)
{
    Wanted wanted;
    wanted.schedule = [&](const ScheduleTest& test) { return test.schedule == schedule; };
    wanted.queue = [&](const Queue& queue) { return queue.schedule == schedule; };
    wanted.alert = [&](const AlertTrigger& alert) { return alert.quiet == schedule; };
    return Finder(rulebook, wanted).find();
}

std::vector<Use> usesOfAttribute(const Rulebook& rulebook, std::string_view attribute)
{
    Wanted wanted;
    wanted.comparison = [&](const Comparison& comparison) {
        const AttributeRef* const other = std::get_if<AttributeRef>(&comparison.operand);
        return comparison.attribute == attribute || (other && other->name == attribute);
    };
    wanted.action = [&](const Action& action) {
        if (const auto* to = std::get_if<TransferToQueue>(&action))
            return to->queue.attribute == attribute;
        if (const auto* to = std::get_if<TransferToAgent>(&action))
            return to->agent.attribute == attribute;
        const auto* const said = std::get_if<SendMessage>(&action);
        return said && said->text.find("{{" + std::string(attribute) + "}}") != std::string::npos;
    };
    wanted.example = [&](const PolicyCase& example) { return example.context.contains(attribute); };
    return Finder(rulebook, wanted).find();
}

}
