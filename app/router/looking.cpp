#include "app/router/looking.h"

#include "app/router/rights.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr seconds lookingLasts{30};
constexpr seconds typingShows{6};

Looking* lookOf(Work& work, const AgentId& agent)
{
    const auto known = std::ranges::find(work.memory.looking, agent, &Looking::agent);
    return known == work.memory.looking.end() ? nullptr : &*known;
}

// The look of this agent at this conversation; what they looked at before is left.
Looking& lookAt(Work& work, const AgentId& agent, const ConversationId& conversation)
{
    Looking* look = lookOf(work, agent);
    if (!look)
        look = &work.memory.looking.emplace_back(Looking{agent, {}, false, work.now});
    if (look->conversation != conversation) {
        *look = {agent, conversation, false, work.now};
        work.lookingChanged = true;
    }
    look->seen = work.now;
    return *look;
}

void setTyping(Work& work, Looking& look, bool typing)
{
    work.lookingChanged = work.lookingChanged || look.typing != typing;
    look.typing = typing;
}

}

Result<void> change(Work& work, const LookAt& command)
{
    if (const auto agent = knownAgent(work.floor, command.agent); !agent)
        return tl::unexpected(agent.error());
    if (command.conversation.empty())
        forgetLooker(work, command.agent);
    else
        lookAt(work, command.agent, command.conversation);
    return {};
}

Result<void> change(Work& work, const AgentTyping& command)
{
    const ConversationState* state = work.floor.find(command.conversation);
    if (!state || state->row.closedAt || !work.floor.agent(command.agent))
        return {};
    setTyping(work, lookAt(work, command.agent, command.conversation), true);
    work.memory.typingUntil.insert_or_assign(command.agent, work.now + typingShows);
    if (mayReply(state->row, command.agent))
        work.agentsTyping.push_back(command.conversation);
    return {};
}

void typesNoMore(Work& work, const AgentId& agent)
{
    if (Looking* look = lookOf(work, agent))
        setTyping(work, *look, false);
    work.memory.typingUntil.erase(agent);
}

void forgetAbsentLookers(Work& work)
{
    const auto absent = [&](const Looking& each) { return each.seen + lookingLasts <= work.now; };
    if (std::erase_if(work.memory.looking, absent) > 0)
        work.lookingChanged = true;
    std::erase_if(work.memory.typingUntil, [&](const auto& typing) {
        if (typing.second > work.now)
            return false;
        if (Looking* look = lookOf(work, typing.first))
            setTyping(work, *look, false);
        return true;
    });
}

void forgetLooker(Work& work, const AgentId& agent)
{
    if (std::erase_if(work.memory.looking, [&](const Looking& look) { return look.agent == agent; }) > 0)
        work.lookingChanged = true;
    work.memory.typingUntil.erase(agent);
}

}
