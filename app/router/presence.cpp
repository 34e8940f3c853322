#include "app/router/presence.h"

#include "app/router/offers.h"
#include "app/router/rights.h"

#include <algorithm>

namespace signalbox {
namespace {

void become(Work& work, PresenceChanged changed)
{
    const AgentId agent = changed.agent;
    work.emit(std::move(changed));
    afterPresenceChange(work, agent);
}

// What it counts as: the state's own presence, or the one asked for where no state is named.
Result<Presence> countsAs(const DeskSettings& desk, const SetPresence& command)
{
    if (command.state.empty())
        return command.presence;
    const auto state = std::ranges::find(desk.presenceStates, command.state, &PresenceState::id);
    if (state == desk.presenceStates.end())
        return failure("There is no presence state \"" + command.state + "\" in this workspace.", command.state);
    return state->countsAs;
}

Result<void> maySetPresence(const Floor& floor, const SetPresence& command)
{
    if (command.by.empty() || command.by == command.agent)
        return {};
    const auto by = knownAgent(floor, command.by);
    if (!by)
        return tl::unexpected(by.error());
    if ((*by)->agent.role == Role::Agent)
        return failure("Only a lead or a supervisor may change somebody else's presence.", command.agent.value);
    return {};
}

bool isInWrapUp(const AgentState& agent) { return agent.presenceState == wrapUpState; }

}

Result<void> change(Work& work, const SetPresence& command)
{
    const auto agent = knownAgent(work.floor, command.agent);
    if (!agent)
        return tl::unexpected(agent.error());
    if (auto right = maySetPresence(work.floor, command); !right)
        return right;
    const auto presence = countsAs(*work.floor.settings().desk, command);
    if (!presence)
        return tl::unexpected(presence.error());
    const AgentState& now = **agent;
    const bool theirOwnChoice = command.by.empty() || command.by == command.agent;
    const bool same = now.presence == *presence && now.presenceState == command.state && !now.presenceUntil;
    if (same && (!theirOwnChoice || now.presenceReason.empty()))
        return {};
    const std::string reason = theirOwnChoice ? std::string() : "Set by " + work.floor.agentName(command.by);
    become(work, {command.agent, *presence, command.state, std::nullopt, reason});
    return {};
}

void awayAfterMissedOffers(Work& work, const AgentId& agent)
{
    const int most = work.floor.settings().desk->awayAfterMissedOffers;
    const AgentState* state = work.floor.agent(agent);
    if (!state || most <= 0 || state->missedOffers < most || state->presence != Presence::Online)
        return;
    const std::string offers = state->missedOffers == 1 ? " offer missed" : " offers missed";
    become(work, {agent, Presence::Away, {}, std::nullopt, std::to_string(state->missedOffers) + offers});
}

void beginWrapUp(Work& work, const AgentId& agent)
{
    const seconds wrapUp = work.floor.settings().desk->wrapUp;
    const AgentState* state = work.floor.agent(agent);
    if (!state || wrapUp <= seconds{0} || (state->presence != Presence::Online && !isInWrapUp(*state)))
        return;
    become(work, {agent, Presence::Away, std::string(wrapUpState), work.now + wrapUp, {}});
}

void endWrapUp(Work& work, const AgentId& agent)
{
    if (const AgentState* state = work.floor.agent(agent); state && isInWrapUp(*state))
        become(work, {agent, Presence::Online, {}, std::nullopt, {}});
}

void returnFromWrapUp(Work& work)
{
    std::vector<AgentId> back;
    for (const auto& [id, agent] : work.floor.agents())
        if (agent.presenceUntil && *agent.presenceUntil <= work.now)
            back.push_back(id);
    for (const AgentId& id : back)
        become(work, {id, Presence::Online, {}, std::nullopt, {}});
}

}
