#pragma once

#include "model/domain/agent.h"
#include "model/domain/conversation.h"
#include "model/domain/decision.h"
#include "model/domain/offer.h"
#include "routing/open_intervals.h"
#include "routing/rulebook/rulebook.h"

#include <cstdint>
#include <span>
#include <vector>

namespace signalbox {

// An agent as the floor sees them now.
struct AgentOnFloor {
    Agent agent;
    Presence presence = Presence::Offline;
    Instant presenceSince{};
    double placesUsed = 0;   // owned conversations and the offer that is out, by channel weight
    Instant idleSince{};     // when the last conversation was given to them; longest idle goes first
    bool hasOffer = false;   // one offer at a time
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
    std::vector<Skill> requiredSkills;   // of the decision; the queue's own come on top
    AgentId onlyAgent;                   // transfer_to_agent: nobody else is offered it; empty: anyone who fits
    std::string onlyTeam{};     // a person chose it: nobody else is offered it, of whatever queue; never relaxed
    std::vector<LetGo> letGo;   // asked again only when nobody else can take it, and after the queue's pause
    // What its context says. Empty or none: it asks for nothing of the kind.
    std::string language;   // "de-AT": any agent who speaks German
    std::string territory;
    std::string productLine;
    std::optional<double> dealSize;   // EUR
    std::vector<AgentId> ownAgents;   // the last agent and the account's owner
};

struct Assignment {
    ConversationId conversation;
    AgentId agent;
    seconds offerFor{30};
    std::vector<CandidateReason> candidates;   // every agent of the queue, with the reason
    bool operator==(const Assignment&) const = default;
};

struct AssignmentRound {
    std::vector<Assignment> assignments;   // in the order of service
    OfferRound sum;
};
// Whether each conversation taking its best agent in turn would have come out worse.
bool isBetterThanInTurn(const OfferRound& round);

// All that keeps this agent from being offered this conversation, in words; empty when nothing does. What it asks for is
// relaxed by its waiting, as in a round. Who let it go, and whose it is, does not count.
std::vector<std::string> obstaclesFor(const WaitingConversation& conversation, const AgentOnFloor& agent,
                                      const Rulebook& rulebook, const OpenIntervals& intervals, Instant now);

// Who is offered what, now.
//
// Order of service: live conversations before practice ones before imported ones; then by tier, where a queue raises
// what waits by one tier for each `raise_after_seconds`; then longest waiting; then the older conversation. A
// conversation is never passed over for one behind it that could be served instead of it.
//
// Those who can be served are matched with the free agents together, at the least cost (see RoundCost). Equal agents:
// longest idle, then lower load, then id.
AssignmentRound assignTogether(std::span<const WaitingConversation> waiting, std::span<const AgentOnFloor> agents,
                               const Rulebook& rulebook, const OpenIntervals& intervals, Instant now);
// The offers of that round alone.
std::vector<Assignment> assign(std::span<const WaitingConversation> waiting, std::span<const AgentOnFloor> agents,
                               const Rulebook& rulebook, const OpenIntervals& intervals, Instant now);

}
