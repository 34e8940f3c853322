#include "app/router/labels.h"

#include "app/router/check_text.h"
#include "app/router/rights.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::size_t mostCounts = 64;   // far more than there are kinds and channels

// The alert is one of this conversation's, or what it names is in the live rulebook.
Result<void> checkSubject(const Work& work, const ConversationState& state, const Label& label)
{
    if (label.alert != 0) {
        const auto alert = std::ranges::find(state.alerts, label.alert, &Alert::number);
        if (alert == state.alerts.end())
            return failure("This conversation has no such alert.", std::to_string(label.alert));
        if (alert->trigger != label.trigger)
            return failure("That alert is of the trigger \"" + alert->trigger.value + "\".", label.trigger.value);
        return {};
    }
    const Rulebook& rulebook = work.rules().rulebook();
    if (!label.trigger.empty()) {
        if (std::ranges::find(rulebook.alerts, label.trigger, &AlertTrigger::id) == rulebook.alerts.end())
            return failure("There is no alert \"" + label.trigger.value + "\" in the live rulebook.", label.trigger.value);
        return {};
    }
    if (label.verdict && std::ranges::find(rulebook.tiers, label.tier, &Tier::id) == rulebook.tiers.end())
        return failure("There is no tier \"" + label.tier.value + "\" in the live rulebook.", label.tier.value);
    return {};
}

// What was drawn was one of so many that a trigger said nothing of.
Result<void> checkDraw(const Label& label)
{
    if (!label.draw)
        return {};
    if (label.alert != 0 || label.trigger.empty())
        return failure("Only a conversation that a trigger said nothing of can have been drawn.", label.conversation.value);
    const std::vector<SilentCount>& from = label.draw->from;
    if (from.size() > mostCounts || std::ranges::any_of(from, [](const SilentCount& each) { return each.conversations < 0; }))
        return failure("What it was drawn from does not add up.", label.conversation.value);
    return {};
}

}

Result<void> change(Work& work, const GiveLabel& command)
{
    const Label& label = command.label;
    const auto agent = knownAgent(work.floor, label.by);
    if (!agent)
        return tl::unexpected(agent.error());
    if (label.second && (*agent)->agent.role == Role::Agent)
        return failure("A second label is for a lead or a supervisor to give.", label.by.value);
    const auto state = anyConversation(work, label.conversation);
    if (!state)
        return tl::unexpected(state.error());
    if (auto fit = checkOptionalText(label.reason, mostReasonBytes, "The reason"); !fit)
        return fit;
    if (auto fit = checkSubject(work, **state, label); !fit)
        return fit;
    if (auto fit = checkDraw(label); !fit)
        return fit;
    Label given = label;
    given.at = {};   // the event's
    work.emit(LabelGiven{std::move(given)});
    return {};
}

}
