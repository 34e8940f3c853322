#include "routing/assignment/round.h"

#include "routing/assignment/open_queue.h"
#include "routing/assignment/service_order.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace signalbox {
namespace {

// Ids are decimal counters: shorter is older.
bool goesFirst(const Seeker& a, const Seeker& b)
{
    const auto key = [](const Seeker& seeker) {
        const WaitingConversation& c = *seeker.conversation;
        return std::make_tuple(c.origin, seeker.servedAs, c.waitingSince, c.id.value.size(), std::cref(c.id.value));
    };
    return key(a) < key(b);
}

// Whoever is of the team a person chose takes it from any queue.
bool answersFor(const Agent& agent, const WaitingConversation& conversation)
{
    const bool ofTheTeam = !conversation.onlyTeam.empty() && agent.team == conversation.onlyTeam;
    return ofTheTeam || belongsTo(agent, conversation.queue);
}

const AgentOnFloor* busyOwnAgent(const Seeker& seeker, std::span<const AgentOnFloor> agents,
                                 const OpenIntervals& intervals, Instant now)
{
    const AgentOnFloor* busy = nullptr;
    for (const AgentOnFloor& agent : agents) {
        if (!isOwn(seeker, agent.agent) || !mayBeAsked(seeker, agent.agent) || letGoBy(seeker, agent.agent)
            || !fits(agent.agent, seeker.asked))
            continue;
        AgentOnFloor unasked = agent;
        unasked.hasOffer = false;
        if (!isFree(unasked, intervals, now))
            continue;
        if (!agent.hasOffer && hasRoom(agent, seeker.conversation->channel))
            return nullptr;   // can be asked at once
        busy = &agent;
    }
    return busy;
}

}

std::vector<Seeker> seekers(std::span<const WaitingConversation> waiting, std::span<const AgentOnFloor> agents,
                            const Rulebook& rulebook, const OpenIntervals& intervals, Instant now)
{
    std::unordered_map<QueueId, const Queue*> queues;
    for (const Queue& queue : rulebook.queues)
        queues.emplace(queue.id, &queue);
    std::vector<Seeker> all;
    all.reserve(waiting.size());
    for (const WaitingConversation& conversation : waiting) {
        Seeker seeker{&conversation, {}, conversation.tierRank, {}, {}, false, nullptr};
        if (const auto known = queues.find(conversation.queue); known != queues.end())
            seeker.queue = *known->second;
        if (!seeker.queue.schedule.empty() && !isOpen(intervals, seeker.queue.schedule, now))
            continue;
        const auto waited = std::chrono::duration_cast<seconds>(now - conversation.waitingSince);
        seeker.servedAs = servedAs(conversation.tierRank, seeker.queue, waited);
        seeker.asked = asked(seeker.queue, conversation, waited);
        seeker.wished = asked(seeker.queue, conversation, seconds{-1});
        seeker.ownCount = waited < seeker.queue.affinityFor && !conversation.ownAgents.empty();
        if (seeker.ownCount)
            seeker.keptFor = busyOwnAgent(seeker, agents, intervals, now);
        all.push_back(std::move(seeker));
    }
    std::sort(all.begin(), all.end(), goesFirst);
    return all;
}

std::vector<std::string> obstaclesFor(const WaitingConversation& conversation, const AgentOnFloor& agent,
                                      const Rulebook& rulebook, const OpenIntervals& intervals, Instant now)
{
    if (conversation.onlyAgent != agent.agent.id && !answersFor(agent.agent, conversation))
        return {"Not in the queue"};
    const Queue* const known = findQueue(rulebook, conversation.queue);
    const Queue queue = known ? *known : Queue{};
    const auto waited = std::chrono::duration_cast<seconds>(now - conversation.waitingSince);
    return obstacles(agent, conversation.channel, asked(queue, conversation, waited), intervals, now);
}

bool mayBeAsked(const Seeker& seeker, const Agent& agent)
{
    const WaitingConversation& conversation = *seeker.conversation;
    return conversation.onlyAgent.empty() ? answersFor(agent, conversation) : agent.id == conversation.onlyAgent;
}

bool isOwn(const Seeker& seeker, const Agent& agent)
{
    const auto& own = seeker.conversation->ownAgents;
    return seeker.ownCount && std::find(own.begin(), own.end(), agent.id) != own.end();
}

const LetGo* letGoBy(const Seeker& seeker, const Agent& agent)
{
    for (const LetGo& letGo : seeker.conversation->letGo)
        if (letGo.agent == agent.id)
            return &letGo;
    return nullptr;
}

bool isPaused(const Seeker& seeker, const Agent& agent, Instant now)
{
    const LetGo* const letGo = letGoBy(seeker, agent);
    return letGo && now < letGo->at + seeker.queue.askAgainAfter;
}

std::optional<RoundCost> costOf(const Seeker& seeker, const AgentOnFloor& agent, std::size_t place, Instant now)
{
    if (!mayBeAsked(seeker, agent.agent) || (seeker.keptFor && !isOwn(seeker, agent.agent))
        || !hasRoom(agent, seeker.conversation->channel) || !fits(agent.agent, seeker.asked)
        || isPaused(seeker, agent.agent, now))
        return std::nullopt;
    RoundCost cost;
    cost.askedAgain = letGoBy(seeker, agent.agent) ? 1 : 0;
    cost.notTheirOwn = seeker.ownCount && !isOwn(seeker, agent.agent) ? 1 : 0;
    cost.levelsMissing = levelsMissing(agent.agent, seeker.wished);
    cost.idlePlaces = static_cast<std::int64_t>(place);
    return cost;
}

}
