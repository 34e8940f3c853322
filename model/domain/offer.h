#pragma once

#include "model/domain/decision.h"

#include <cstdint>
#include <optional>

namespace signalbox {

// What the offers of one round cost, the gravest first: compared from top to bottom, less is better.
struct RoundCost {
    std::int64_t askedAgain = 0;      // offers to somebody who had let that conversation go
    std::int64_t notTheirOwn = 0;     // offers to somebody else though their own agent counts
    std::int64_t levelsMissing = 0;   // skill levels and requirements that were asked for before relaxing
    std::int64_t idlePlaces = 0;      // places in the order of idleness: 0 is who has been idle longest

    auto operator<=>(const RoundCost&) const = default;
};

// A round of offers matched together, beside what it would have been with each conversation taking its best agent in turn.
struct OfferRound {
    std::int64_t offers = 0;
    RoundCost cost;
    std::int64_t inTurnOffers = 0;
    RoundCost inTurnCost;   // comparable with `cost` when as many would have been offered

    bool operator==(const OfferRound&) const = default;
};

// A conversation held out to one agent, who accepts or declines it before it lapses.
struct Offer {
    OfferId id;
    ConversationId conversation;
    AgentId agent;
    Instant madeAt{};
    Instant lapsesAt{};
    std::vector<CandidateReason> candidates;   // why this agent and why not each other
    std::optional<OfferRound> round{};         // when taking turns would have come out differently

    bool operator==(const Offer&) const = default;
};

enum class OfferOutcome { Accepted, Declined, Lapsed, Withdrawn };

}
