#include "routing/assignment/assignment.h"

#include "routing/assignment/eligibility.h"
#include "routing/rulebook/phrases.h"

#include <algorithm>
#include <tuple>

namespace signalbox {
namespace {

// One agent looked at for one conversation.
struct Candidate {
    AgentOnFloor* agent = nullptr;
    bool letGo = false;
    std::string reason;   // empty: can be offered it
};

// Order of service. Ids are decimal counters: shorter is older.
bool goesFirst(const WaitingConversation* a, const WaitingConversation* b)
{
    const auto key = [](const WaitingConversation& c) {
        return std::make_tuple(c.origin, c.tierRank, c.waitingSince, c.id.value.size(), std::cref(c.id.value));
    };
    return key(*a) < key(*b);
}

double load(const AgentOnFloor& agent)
{
    return agent.agent.capacity > 0 ? agent.placesUsed / agent.agent.capacity : 0;
}

// Those who let it go come last; then longest idle, lower load, id. A total order: rows of a table decide nothing.
bool isBetter(const Candidate& a, const Candidate& b)
{
    const auto key = [](const Candidate& c) {
        return std::make_tuple(c.letGo, idleFrom(*c.agent), load(*c.agent), std::cref(c.agent->agent.id.value));
    };
    return key(a) < key(b);
}

std::string idleInWords(const AgentOnFloor& agent, Instant now)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - idleFrom(agent)).count();
    if (minutes < 1)
        return "Idle for less than a minute";
    if (minutes < 120)
        return "Idle for " + std::to_string(minutes) + " min";
    return "Idle for " + std::to_string(minutes / 60) + " h";
}

bool mayBeAsked(const WaitingConversation& conversation, const Agent& agent)
{
    return conversation.onlyAgent.empty() ? belongsTo(agent, conversation.queue) : agent.id == conversation.onlyAgent;
}

std::string pauseInWords(const LetGo& letGo, const Queue& queue, Instant now)
{
    const auto left = std::chrono::ceil<seconds>(letGo.at + queue.askAgainAfter - now);
    return "Let it go, is asked again in " + durationInWords(left);
}

Candidate lookedAt(const WaitingConversation& conversation, const Queue& queue, const std::vector<Skill>& asked,
                   AgentOnFloor& agent, Instant now)
{
    Candidate candidate{&agent, false, whyNot(agent, conversation.channel, asked).value_or("")};
    for (const LetGo& letGo : conversation.letGo)
        if (letGo.agent == agent.agent.id) {
            candidate.letGo = true;
            if (candidate.reason.empty() && now < letGo.at + queue.askAgainAfter)
                candidate.reason = pauseInWords(letGo, queue, now);
        }
    return candidate;
}

std::string reasonOfChosen(const Candidate& chosen, const std::vector<Candidate>& candidates, Instant now)
{
    if (chosen.letGo)
        return "Let it go before, but nobody else can take it";
    const auto others = std::count_if(candidates.begin(), candidates.end(), [&chosen](const Candidate& other) {
        return &other != &chosen && other.reason.empty() && !other.letGo;
    });
    return idleInWords(*chosen.agent, now) + (others > 0 ? ": the longest" : ": the only one free");
}

std::string reasonOfOther(const Candidate& other, const Candidate& chosen, Instant now)
{
    if (!other.reason.empty())
        return other.reason;
    if (other.letGo)
        return "Let it go before";
    if (idleFrom(*other.agent) != idleFrom(*chosen.agent))
        return idleInWords(*other.agent, now);
    return load(*other.agent) > load(*chosen.agent) ? "As long idle, but busier"
                                                    : "As long idle and as busy, later by name";
}

std::vector<CandidateReason> reasons(const std::vector<Candidate>& candidates, const Candidate& chosen, Instant now)
{
    std::vector<CandidateReason> all;
    for (const Candidate& candidate : candidates) {
        const bool isChosen = &candidate == &chosen;
        all.push_back({candidate.agent->agent.id, isChosen,
                       isChosen ? reasonOfChosen(chosen, candidates, now) : reasonOfOther(candidate, chosen, now)});
    }
    return all;
}

const Queue* queueOf(const WaitingConversation& conversation, const Rulebook& rulebook)
{
    const auto found = std::find_if(rulebook.queues.begin(), rulebook.queues.end(),
                                    [&conversation](const Queue& queue) { return queue.id == conversation.queue; });
    return found == rulebook.queues.end() ? nullptr : &*found;
}

// The best agent for one conversation, who is then a conversation fuller.
std::optional<Assignment> assignOne(const WaitingConversation& conversation, const Queue& queue,
                                    std::vector<AgentOnFloor>& agents, Instant now)
{
    const auto waited = std::chrono::duration_cast<seconds>(now - conversation.waitingSince);
    const auto asked = skillsAsked(queue, conversation.requiredSkills, waited);
    std::vector<Candidate> candidates;
    for (AgentOnFloor& agent : agents)
        if (mayBeAsked(conversation, agent.agent))
            candidates.push_back(lookedAt(conversation, queue, asked, agent, now));
    const Candidate* best = nullptr;
    for (const Candidate& candidate : candidates)
        if (candidate.reason.empty() && (!best || isBetter(candidate, *best)))
            best = &candidate;
    if (!best)
        return std::nullopt;
    Assignment assignment{conversation.id, best->agent->agent.id, queue.offerFor, reasons(candidates, *best, now)};
    best->agent->hasOffer = true;
    best->agent->placesUsed += placesTaken(best->agent->agent, conversation.channel);
    return assignment;
}

}

std::vector<Assignment> assign(std::span<const WaitingConversation> waiting, std::span<const AgentOnFloor> agents,
                               const Rulebook& rulebook, const OpenIntervals& intervals, Instant now)
{
    std::vector<const WaitingConversation*> order;
    for (const WaitingConversation& conversation : waiting)
        order.push_back(&conversation);
    std::sort(order.begin(), order.end(), goesFirst);
    std::vector<AgentOnFloor> floor(agents.begin(), agents.end());
    std::vector<Assignment> assignments;
    const auto mayBeFree
        = [](const AgentOnFloor& agent) { return agent.presence == Presence::Online && !agent.hasOffer; };
    for (const WaitingConversation* conversation : order) {
        if (std::none_of(floor.begin(), floor.end(), mayBeFree))
            break;   // a long queue before a busy floor must cost nothing
        const Queue* const known = queueOf(*conversation, rulebook);
        const Queue queue = known ? *known : Queue{};   // a queue that a later version removed asks for nothing
        if (!queue.schedule.empty() && !isOpen(intervals, queue.schedule, now))
            continue;
        if (auto assignment = assignOne(*conversation, queue, floor, now))
            assignments.push_back(std::move(*assignment));
    }
    return assignments;
}

std::vector<Skill> skillsAsked(const Queue& queue, const std::vector<Skill>& required, seconds waited)
{
    std::vector<Skill> asked = queue.skills;
    for (const Skill& skill : required) {
        const auto known
            = std::find_if(asked.begin(), asked.end(), [&skill](const Skill& other) { return other.id == skill.id; });
        if (known == asked.end())
            asked.push_back(skill);
        else
            known->level = std::max(known->level, skill.level);
    }
    for (const RelaxStep& step : queue.relax)
        if (waited >= step.after)
            for (Skill& skill : asked)
                skill.level = std::min(skill.level, step.skillLevel);
    std::erase_if(asked, [](const Skill& skill) { return skill.level <= 0; });
    return asked;
}

}
