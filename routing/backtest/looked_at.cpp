#include "routing/backtest/looked_at.h"

#include "routing/conditions/walk.h"
#include "routing/rulebook/each_condition.h"

#include <algorithm>
#include <array>

namespace signalbox {
namespace {

using namespace std::string_view_literals;

constexpr std::array always{"ai.asked_for_person"sv, "ai.answer_score"sv, "conversation.channel"sv,
                            "conversation.last_agent"sv};
constexpr std::array byItself{"now"sv,
                              "conversation.minutes"sv,
                              "conversation.waiting_seconds"sv,
                              "intent_score"sv,
                              "fit_score"sv,
                              "urgency_score"sv,
                              "value_score"sv,
                              "conversation.tags"sv,
                              "conversation.last_agent"sv,
                              "conversation.previous_queue"sv};

void addTargets(AttributeNames& names, const std::vector<Action>& actions)
{
    for (const Action& action : actions) {
        if (const auto* const queue = std::get_if<TransferToQueue>(&action))
            names.insert(queue->queue.attribute);
        else if (const auto* const agent = std::get_if<TransferToAgent>(&action))
            names.insert(agent->agent.attribute);
    }
}

}

AttributeNames attributesLookedAt(const Rulebook& rulebook)
{
    AttributeNames names(always.begin(), always.end());
    forEachCondition(rulebook, [&names](const Condition& condition) { names.merge(attributesOf(condition)); });
    for (const Policy& policy : rulebook.policies) {
        addTargets(names, policy.actions);
        if (policy.exception)
            addTargets(names, policy.exception->actions);
    }
    names.erase("");   // targets that are named
    return names;
}

bool isKeptOnlyWhenLookedAt(std::string_view attribute)
{
    return attribute == "conversation.waiting_seconds" || attribute.starts_with("queue.");
}

bool changesByItself(std::string_view attribute)
{
    return attribute.starts_with("queue.") || std::ranges::find(byItself, attribute) != byItself.end();
}

}
