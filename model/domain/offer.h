#pragma once

#include "model/domain/decision.h"

namespace signalbox {

// A conversation held out to one agent, who accepts or declines it before it lapses.
struct Offer {
    OfferId id;
    ConversationId conversation;
    AgentId agent;
    Instant madeAt{};
    Instant lapsesAt{};
    std::vector<CandidateReason> candidates;   // why this agent and why not each other

    bool operator==(const Offer&) const = default;
};

enum class OfferOutcome { Accepted, Declined, Lapsed, Withdrawn };

}
