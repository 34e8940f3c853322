#include "app/router/handling.h"

#include "app/router/check_text.h"
#include "app/router/owing.h"
#include "app/router/rights.h"
#include "app/router/writing.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::size_t mostHandNoteBytes = 1000;   // of a hand that is raised

// The conversation while an agent has it and this person may act on it.
Result<const ConversationState*> actedOn(Work& work, const ConversationId& id, const AgentId& by)
{
    auto state = openConversation(work, id);
    if (!state)
        return state;
    if (auto right = mayActOn(work.floor, (*state)->row, by); !right)
        return tl::unexpected(right.error());
    if ((*state)->row.owner.kind != OwnerKind::Agent)
        return failure("Take the conversation first: nobody has it yet.", id.value);
    return state;
}

bool isInvited(const Conversation& row, const AgentId& agent)
{
    return std::ranges::find(row.invited, agent) != row.invited.end();
}

}

Result<void> change(Work& work, const InviteAgent& command)
{
    const auto state = actedOn(work, command.conversation, command.by);
    if (!state)
        return tl::unexpected(state.error());
    if (const auto agent = knownAgent(work.floor, command.agent); !agent)
        return tl::unexpected(agent.error());
    const Conversation& row = (*state)->row;
    if (row.owner.agent == command.agent)
        return failure(work.floor.agentName(command.agent) + " has this conversation already.", command.agent.value);
    const bool already = isInvited(row, command.agent);
    if (!command.note.empty())
        if (auto written = write(work, {command.conversation, command.by, {}, command.note, true, {command.agent}, {}});
            !written)
            return written;
    if (!already)
        work.emit(AgentInvited{command.conversation, command.agent, command.by});
    return {};
}

Result<void> change(Work& work, const LeaveConversation& command)
{
    const auto state = openConversation(work, command.conversation);
    if (!state)
        return tl::unexpected(state.error());
    if (command.by != command.agent)
        if (auto right = mayActOn(work.floor, (*state)->row, command.by); !right)
            return right;
    if (isInvited((*state)->row, command.agent))
        work.emit(InvitedLeft{command.conversation, command.agent});
    return {};
}

Result<void> change(Work& work, const HoldConversation& command)
{
    const auto state = actedOn(work, command.conversation, command.by);
    if (!state)
        return tl::unexpected(state.error());
    if (command.until && *command.until <= work.now)
        return failure("Choose a time that is still to come.", "until");
    work.emit(ConversationHeld{command.conversation, command.by, command.until});
    return {};
}

Result<void> change(Work& work, const ResumeConversation& command)
{
    const auto state = actedOn(work, command.conversation, command.by);
    if (!state)
        return tl::unexpected(state.error());
    endHold(work, command.conversation, "Taken up again by " + work.floor.agentName(command.by));
    return {};
}

Result<void> change(Work& work, const RaiseHand& command)
{
    const auto state = openConversation(work, command.conversation);
    if (!state)
        return tl::unexpected(state.error());
    const auto agent = knownAgent(work.floor, command.agent);
    if (!agent)
        return tl::unexpected(agent.error());
    const Conversation& row = (*state)->row;
    if (row.owner.agent != command.agent && (*agent)->agent.role == Role::Agent)
        return failure("Only who has the conversation raises a hand in it.", command.conversation.value);
    if (auto fit = checkOptionalText(command.note, mostHandNoteBytes, "The note"); !fit)
        return fit;
    const bool isUp = !row.handRaisedBy.empty();
    if (command.up || isUp)
        work.emit(HandRaised{command.conversation, command.agent, command.up, command.note});
    return {};
}

}
