#include "app/router/closing.h"

#include "app/router/check_context.h"
#include "app/router/check_text.h"
#include "app/router/moves.h"
#include "app/router/owing.h"
#include "app/router/presence.h"
#include "app/router/rights.h"

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

constexpr std::size_t mostOutcomeBytes = 200;
constexpr std::string_view converted = "converted";

Result<void> checkOutcome(const std::string& outcome, const std::optional<double>& value)
{
    if (auto fit = checkOptionalText(outcome, mostOutcomeBytes, "The outcome"); !fit)
        return fit;
    if (value && outcome != converted)
        return failure("Only what was converted has a value.", "value");
    if (value && (!std::isfinite(*value) || *value < 0))
        return failure("The value is a number, 0 or more.", "value");
    return {};
}

// The conversation as it was when it was closed.
Result<ConversationState> closedOne(Work& work, const ConversationId& id)
{
    const auto closedState = anyConversation(work, id);
    if (!closedState)
        return tl::unexpected(closedState.error());
    if (!(*closedState)->row.closedAt)
        return failure("Conversation #" + id.value + " is not closed.", id.value);
    std::vector<Event> events = work.eventsOf(id);
    const auto closed = std::find_if(events.rbegin(), events.rend(), [](const Event& event) {
        return std::holds_alternative<ConversationClosed>(event.payload);
    });
    ConversationState before;
    for (auto event = events.begin(); event != closed.base() - 1; ++event)
        project(before, *event);
    return before;
}

// Who had it, or the nearest there is by now.
Owner backTo(const Work& work, const Conversation& before, const AgentId& by)
{
    Owner to = before.owner;
    if (to.kind == OwnerKind::Agent && !work.floor.agent(to.agent))
        to.agent = by;
    if (to.kind != OwnerKind::Ai && !work.rules().queue(to.queue))
        to.queue = work.rules().firstQueue().id;
    return to;
}

// What closing ended, and what was owed.
void restore(Work& work, const Conversation& before, const AgentId& by)
{
    for (const AgentId& invited : before.invited)
        if (work.floor.agent(invited))
            work.emit(AgentInvited{before.id, invited, by});
    if (before.held && (!before.heldUntil || *before.heldUntil > work.now)) {
        work.emit(ConversationHeld{before.id, by, before.heldUntil});
    } else if (before.waitingSince) {
        work.emit(AnswerOwed{before.id, before.waitingSince, before.answerBy});
        offerOnFromAbsent(work, before.id);
    } else if (before.held) {
        oweAnswer(work, before.id);   // its time passed meanwhile
    }
}

}

Result<void> checkEnding(const VisitorInput& input, const Ending& ending)
{
    if (input.origin != Origin::Imported || input.offerable || !input.at)
        return failure("Only history that is imported at once comes with its ending.");
    if (ending.at < *input.at)
        return failure("It was closed before its last message was written.");
    if (auto fit = checkOutcome(ending.outcome, ending.value); !fit)
        return fit;
    return checkTruth(ending.truth);
}

void end(Work& work, const ConversationId& id, const Ending& ending)
{
    withdrawOffer(work, id, "The conversation was closed");
    if (!ending.truth.empty())
        work.emit(ContextChanged{id, ending.truth}, ending.at);
    work.emit(ConversationClosed{id, {}, ending.outcome, ending.value}, ending.at);
}

Result<void> change(Work& work, const CloseConversation& command)
{
    const auto state = openConversation(work, command.conversation);
    if (!state)
        return tl::unexpected(state.error());
    if (auto right = mayActOn(work.floor, (*state)->row, command.by); !right)
        return right;
    if (auto fit = checkOutcome(command.outcome, command.value); !fit)
        return fit;
    const Owner owner = (*state)->row.owner;
    withdrawOffer(work, command.conversation, "The conversation was closed");
    work.emit(ConversationClosed{command.conversation, command.by, command.outcome, command.value});
    if (owner.kind == OwnerKind::Agent && owner.agent == command.by)
        beginWrapUp(work, command.by);
    return {};
}

Result<void> change(Work& work, const ReopenConversation& command)
{
    const auto agent = knownAgent(work.floor, command.by);
    if (!agent)
        return tl::unexpected(agent.error());
    const auto closed = closedOne(work, command.conversation);
    if (!closed)
        return tl::unexpected(closed.error());
    const Conversation& before = closed->row;
    const bool hadBySomebodyElse = before.owner.kind == OwnerKind::Agent && before.owner.agent != command.by
        && work.floor.agent(before.owner.agent);
    if (hadBySomebodyElse && (*agent)->agent.role == Role::Agent)
        return failure(work.floor.agentName(before.owner.agent)
                           + " had this conversation. Ask them or a lead to reopen it.",
                       command.conversation.value);
    if (work.floor.openFor(before.visitor, before.channel))
        return failure("The visitor has begun another conversation since. Answer there.", command.conversation.value);
    const Owner to = backTo(work, before, command.by);
    work.emit(ConversationReopened{command.conversation, command.by, to});
    restore(work, before, command.by);
    if (to.kind == OwnerKind::Agent)
        endWrapUp(work, to.agent);
    else
        work.memory.backlog.add(command.conversation);
    return {};
}

}
