#pragma once

#include "routing/assignment/eligibility.h"
#include "routing/assignment/matching.h"

#include <cstdint>
#include <vector>

namespace signalbox {

// One conversation as a round looks at it.
struct Seeker {
    const WaitingConversation* conversation = nullptr;
    Queue queue;   // an empty one when a later version of the rulebook removed it: it asks for nothing
    int servedAs = 0;   // its tier, raised by waiting
    Asked asked;        // after relaxing
    Asked wished;       // before
    bool ownCount = false;                   // the time in which it is for its own agents is not over
    const AgentOnFloor* keptFor = nullptr;   // one of them who is there and fits, but is busy
};

// The seekers in the order of service, without those whose queue is closed.
std::vector<Seeker> seekers(std::span<const WaitingConversation> waiting, std::span<const AgentOnFloor> agents,
                            const Rulebook& rulebook, const OpenIntervals& intervals, Instant now);

bool mayBeAsked(const Seeker& seeker, const Agent& agent);
bool isOwn(const Seeker& seeker, const Agent& agent);
const LetGo* letGoBy(const Seeker& seeker, const Agent& agent);
bool isPaused(const Seeker& seeker, const Agent& agent, Instant now);

// What an offer to this agent, the `place`th in the order of idleness, costs; none when it cannot be made. The agent is
// free.
std::optional<RoundCost> costOf(const Seeker& seeker, const AgentOnFloor& agent, std::size_t place, Instant now);

// What was decided for everybody in a round, by which its reasons are told.
struct RoundOutcome {
    const std::vector<Seeker>& seekers;
    std::span<const AgentOnFloor> agents;
    std::vector<const Seeker*> takenBy;   // by place in `agents`
    std::vector<std::size_t> idleness;    // by place in `agents`: place in the order of idleness
};

// Every agent of the queue, with the reason why they were chosen or not.
std::vector<CandidateReason> reasonsFor(const Seeker& seeker, const AgentOnFloor& chosen, const RoundOutcome& outcome,
                                        const OpenIntervals& intervals, Instant now);

}
