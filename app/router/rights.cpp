#include "app/router/rights.h"

namespace signalbox {

Result<const AgentState*> knownAgent(const Floor& floor, const AgentId& id)
{
    const AgentState* agent = floor.agent(id);
    if (!agent)
        return failure("There is no agent \"" + id.value + "\" in this workspace.", id.value);
    return agent;
}

namespace {

// Whether their role is at least this one; agents, leads and supervisors come in this order.
Result<void> isAtLeast(Role role, const Floor& floor, const AgentId& by, const char* refusal)
{
    if (by.empty())
        return {};
    const auto agent = knownAgent(floor, by);
    if (!agent)
        return tl::unexpected(agent.error());
    if ((*agent)->agent.role < role)
        return failure(refusal);
    return {};
}

}

Result<void> mayPublish(const Floor& floor, const AgentId& by)
{
    return isAtLeast(Role::Supervisor, floor, by, "Only a supervisor may publish a rulebook.");
}

Result<void> mayDraft(const Floor& floor, const AgentId& by)
{
    return isAtLeast(Role::Lead, floor, by, "Only a lead or a supervisor may change the draft of the rulebook.");
}

Result<void> mayEditSettings(const Floor& floor, const AgentId& by)
{
    return isAtLeast(Role::Lead, floor, by, "Only a lead or a supervisor may change settings.");
}

Result<void> mayActOn(const Floor& floor, const Conversation& conversation, const AgentId& by)
{
    const auto agent = knownAgent(floor, by);
    if (!agent)
        return tl::unexpected(agent.error());
    const Owner& owner = conversation.owner;
    if (owner.kind == OwnerKind::Agent && owner.agent != by && (*agent)->agent.role == Role::Agent)
        return failure(floor.agentName(owner.agent) + " has this conversation.", conversation.id.value);
    return {};
}

Result<const ConversationState*> anyConversation(Work& work, const ConversationId& id)
{
    if (work.floor.find(id))
        return &work.conversation(id);
    if (id.value.empty() || id.value.find_first_not_of("0123456789") != std::string::npos)
        return failure("There is no conversation #" + id.value + ".", id.value);
    const auto stored = work.stores.conversations.find(id);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return failure("There is no conversation #" + id.value + ".", id.value);
    return &work.conversation(id);
}

Result<const ConversationState*> openConversation(Work& work, const ConversationId& id)
{
    const auto state = anyConversation(work, id);
    if (state && (*state)->row.closedAt)
        return failure("Conversation #" + id.value + " is closed.", id.value);
    return state;
}

}
