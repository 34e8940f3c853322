#include "app/router/alert_owner.h"

#include <algorithm>

namespace signalbox {
namespace {

const std::vector<std::string> unlessNamed{"owner", "lead"};

bool isOnLeave(const Agent& agent, Instant now)
{
    return std::ranges::any_of(agent.leave, [&](const Leave& leave) { return leave.from <= now && now < leave.to; });
}

// Of those the condition holds for, one who is online if there is one.
template <class Condition>
std::optional<AlertOwner> oneOf(const Work& work, const std::string& reason, Condition condition)
{
    const AgentState* found = nullptr;
    for (const auto& [id, agent] : work.floor.agents()) {
        if (!condition(agent.agent) || isOnLeave(agent.agent, work.now))
            continue;
        const bool better = !found
            || (found->presence == Presence::Offline && agent.presence != Presence::Offline);
        if (better)
            found = &agent;
    }
    return found ? std::optional(AlertOwner{found->agent.id, reason}) : std::nullopt;
}

std::string teamOf(const Work& work, const Owner& owner)
{
    if (const AgentState* agent = work.floor.agent(owner.agent); agent && !agent->agent.team.empty())
        return agent->agent.team;
    const Queue* queue = work.rules().queue(owner.queue);
    return queue ? queue->team : std::string();
}

std::optional<AlertOwner> leadOf(const Work& work, const std::string& team)
{
    const auto leads = [&](const Agent& agent) {
        return agent.role == Role::Lead && (team.empty() || agent.team == team);
    };
    return oneOf(work, team.empty() ? "is a lead" : "leads " + team, leads);
}

// Leads and supervisors who have a schedule of their own that is open now.
std::optional<AlertOwner> onCall(const Work& work)
{
    return oneOf(work, "is on call", [&](const Agent& agent) {
        return agent.role != Role::Agent && !agent.schedule.empty()
            && isOpen(work.rules().engine().openIntervals(), agent.schedule, work.now);
    });
}

std::optional<AlertOwner> accountOwner(const Work& work, const Context& context)
{
    const ContextEntry* entry = context.find("crm.owner");
    const auto* who = entry ? std::get_if<std::string>(&entry->value) : nullptr;
    if (!who)
        return std::nullopt;
    return oneOf(work, "looks after the account",
                 [&](const Agent& agent) { return agent.id.value == *who || agent.name == *who; });
}

std::optional<AlertOwner> find(const Work& work, const ConversationState& state, const std::string& who)
{
    if (who == "owner")
        return oneOf(work, "has the conversation",
                     [&](const Agent& agent) { return agent.id == state.row.owner.agent; });
    if (who == "lead")
        return leadOf(work, teamOf(work, state.row.owner));
    if (who == "on_call")
        return onCall(work);
    if (who == "crm_owner")
        return accountOwner(work, state.context);
    return oneOf(work, "is named by the trigger", [&](const Agent& agent) { return agent.id.value == who; });
}

}

AlertOwner alertOwner(const Work& work, const ConversationState& state, const std::vector<std::string>& people)
{
    for (const std::string& who : people.empty() ? unlessNamed : people)
        if (auto owner = find(work, state, who))
            return *owner;
    return {};
}

}
