#pragma once

#include "routing/assignment/assignment.h"

#include <string>
#include <vector>

// Agents and waiting conversations for tests of assignment. Everything waits in "sales".
namespace signalbox::test {

inline const Instant noon = *fromIso8601("2026-06-09T12:00:00Z");

// Online since the morning, and idle for this long.
inline AgentOnFloor agent(const std::string& id, int idleMinutes, std::vector<Skill> skills = {})
{
    AgentOnFloor result;
    result.agent.id.value = id;
    result.agent.skills = std::move(skills);
    result.presence = Presence::Online;
    result.presenceSince = noon - std::chrono::hours(8);
    result.idleSince = noon - std::chrono::minutes(idleMinutes);
    return result;
}

inline WaitingConversation waiting(const std::string& id, int waitedSeconds = 10)
{
    WaitingConversation result;
    result.id.value = id;
    result.queue.value = "sales";
    result.waitingSince = noon - seconds(waitedSeconds);
    return result;
}

// A rulebook with this queue under the id "sales".
inline Rulebook floorOf(Queue queue = {})
{
    queue.id.value = "sales";
    Rulebook rulebook;
    rulebook.queues = {queue};
    return rulebook;
}

// "1>ann 2>bob", in the order of service.
inline std::string picture(const std::vector<Assignment>& assignments)
{
    std::string text;
    for (const Assignment& assignment : assignments)
        text += (text.empty() ? "" : " ") + assignment.conversation.value + ">" + assignment.agent.value;
    return text;
}

// What the first assignment says of an agent; "not there" when it says nothing.
inline std::string reasonFor(const std::string& id, const std::vector<Assignment>& assignments)
{
    for (const CandidateReason& reason : assignments.at(0).candidates)
        if (reason.agent.value == id)
            return reason.reason;
    return "not there";
}

}
