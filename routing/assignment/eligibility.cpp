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

const Leave* leaveAt(const Agent& agent, Instant now)
{
    for (const Leave& leave : agent.leave)
        if (leave.from <= now && now < leave.to)
            return &leave;
    return nullptr;
}

// A schedule that the rulebook no longer has keeps nobody away.
bool isOnDuty(const Agent& agent, const OpenIntervals& intervals, Instant now)
{
    return agent.schedule.empty() || !intervals.contains(agent.schedule) || isOpen(intervals, agent.schedule, now);
}

std::string unmetInWords(Requirement requirement, const Asked& asked)
{
    switch (requirement) {
    case Requirement::Language:
        return "Does not speak " + asked.language;
    case Requirement::Territory:
        return "Not for territory " + quoted(asked.territory);
    case Requirement::ProductLine:
        return "Not for product line " + quoted(asked.productLine);
    case Requirement::DealSize:
        return "Not for deals of €" + numberInWords(asked.dealSize.value_or(0));
    case Requirement::Team:
        return "Not in team " + quoted(asked.team);
    }
    return {};
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

bool isFree(const AgentOnFloor& agent, const OpenIntervals& intervals, Instant now)
{
    return agent.presence == Presence::Online && !agent.hasOffer && !leaveAt(agent.agent, now)
        && isOnDuty(agent.agent, intervals, now);
}

bool hasRoom(const AgentOnFloor& agent, Channel channel)
{
    return agent.placesUsed + placesTaken(agent.agent, channel) <= agent.agent.capacity + roundingSlack;
}

bool fits(const Agent& agent, const Asked& asked) { return levelsMissing(agent, asked) == 0; }

std::vector<std::string> obstacles(const AgentOnFloor& agent, Channel channel, const Asked& asked,
                                   const OpenIntervals& intervals, Instant now)
{
    std::vector<std::string> all;
    if (agent.presence != Presence::Online)
        all.push_back(presenceInWords(agent.presence));
    if (const Leave* const leave = leaveAt(agent.agent, now))
        all.push_back("On leave until " + toIso8601(leave->to));
    if (!isOnDuty(agent.agent, intervals, now))
        all.push_back("Off duty");
    for (const Requirement requirement : everyRequirement)
        if (!meets(agent.agent, asked, requirement))
            all.push_back(unmetInWords(requirement, asked));
    for (const Skill& skill : asked.skills)
        if (const int level = levelOf(agent.agent, skill.id); level < skill.level)
            all.push_back("Needs " + skill.id.value + " " + std::to_string(skill.level) + ", has "
                          + (level == 0 ? "none" : std::to_string(level)));
    if (agent.hasOffer)
        all.push_back("Has an offer already");
    if (!hasRoom(agent, channel) && !agent.hasOffer)
        all.push_back("Full: " + numberInWords(agent.placesUsed) + " of " + std::to_string(agent.agent.capacity)
                      + " places");
    return all;
}

Instant idleFrom(const AgentOnFloor& agent) { return std::max(agent.idleSince, agent.presenceSince); }

double load(const AgentOnFloor& agent)
{
    return agent.agent.capacity > 0 ? agent.placesUsed / agent.agent.capacity : 0;
}

}
