#pragma once

#include "model/domain/agent.h"
#include "model/domain/conversation.h"
#include "model/domain/decision.h"
#include "routing/open_intervals.h"
#include "routing/rulebook/rulebook.h"

#include <span>
#include <vector>

namespace signalbox {

// An agent as the floor sees them now.
struct AgentOnFloor {
    Agent agent;
    Presence presence = Presence::Offline;
    Instant presenceSince{};
    double placesUsed = 0;      // owned conversations and the offer that is out, by channel weight
    Instant idleSince{};        // when the last conversation was given to them; longest idle goes first
    bool hasOffer = false;      // one offer at a time
};

// Somebody who declined a conversation, let its offer lapse, or gave it back.
struct LetGo {
    AgentId agent;
    Instant at{};
    bool operator==(const LetGo&) const = default;
};

struct WaitingConversation {
    ConversationId id;
    QueueId queue;
    Channel channel = Channel::Website;
    Origin origin = Origin::Live;
    int tierRank = 0;
    Instant waitingSince{};
    std::vector<Skill> requiredSkills;     // of the decision; the queue's own come on top
    AgentId onlyAgent;                     // transfer_to_agent: nobody else is offered it; empty: anyone who fits
    std::vector<LetGo> letGo;              // asked again only when nobody else can take it, and after the queue's pause
};

struct Assignment {
    ConversationId conversation;
    AgentId agent;
    seconds offerFor{30};
    std::vector<CandidateReason> candidates;   // every agent of the queue, with the reason
    bool operator==(const Assignment&) const = default;
};

// Who is offered what, now. Live conversations before practice ones before imported ones; then by tier, then longest
// waiting. Of the agents who are online, fit and have room: longest idle first, then lower load, then id.
std::vector<Assignment> assign(std::span<const WaitingConversation> waiting, std::span<const AgentOnFloor> agents,
                               const Rulebook& rulebook, const OpenIntervals& intervals, Instant now);

// Skill levels the queue asks for after relaxation for a conversation that has waited this long.
std::vector<Skill> skillsAsked(const Queue& queue, const std::vector<Skill>& required, seconds waited);

}
