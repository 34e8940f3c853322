#include "routing/assignment/eligibility.h"

#include "model/domain/names.h"
#include "routing/rulebook/phrases.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr double roundingSlack = 1e-9;   // weights such as 0.1 do not add up exactly

std::string presenceInWords(Presence presence)
{
    switch (presence) {
    case Presence::Away:
        return "Away";
    case Presence::OnBreak:
        return "On a break";
    default:
        return "Offline";
    }
}

}

double placesTaken(const Agent& agent, Channel channel)
{
    const auto weight = agent.channelWeights.find(std::string(nameOf(channel)));
    return weight == agent.channelWeights.end() ? 1.0 : weight->second;
}

bool belongsTo(const Agent& agent, const QueueId& queue)
{
    return agent.queues.empty() || std::find(agent.queues.begin(), agent.queues.end(), queue) != agent.queues.end();
}

std::optional<std::string> whyNot(const AgentOnFloor& agent, Channel channel, const std::vector<Skill>& asked)
{
    if (agent.presence != Presence::Online)
        return presenceInWords(agent.presence);
    for (const Skill& skill : asked) {
        const auto& skills = agent.agent.skills;
        const auto owned
            = std::find_if(skills.begin(), skills.end(), [&skill](const Skill& known) { return known.id == skill.id; });
        const int level = owned == skills.end() ? 0 : owned->level;
        if (level < skill.level)
            return "Needs " + skill.id.value + " " + std::to_string(skill.level) + ", has "
                + (level == 0 ? "none" : std::to_string(level));
    }
    if (agent.hasOffer)
        return "Has an offer already";
    const double taken = placesTaken(agent.agent, channel);
    if (agent.placesUsed + taken > agent.agent.capacity + roundingSlack)
        return "Full: " + numberInWords(agent.placesUsed) + " of " + std::to_string(agent.agent.capacity) + " places";
    return std::nullopt;
}

Instant idleFrom(const AgentOnFloor& agent) { return std::max(agent.idleSince, agent.presenceSince); }

}
