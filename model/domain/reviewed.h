#pragma once

#include "model/domain/conversation.h"

#include <cstdint>
#include <optional>
#include <string>

namespace signalbox {

// What whoever judges an alert, or its absence, has to know of the conversation.
struct ReviewedConversation {
    ConversationId id;
    std::string visitorName;
    std::string company;
    Channel channel = Channel::Website;
    Origin origin = Origin::Live;
    TierId tier;   // as it is now
    int tierRank = 0;
    Instant openedAt{};
    std::string said;                      // the visitor's last words by the alert; without one: their first
    std::optional<Instant> owedAt{};       // the alert, or since when it was to be a person's
    std::optional<Instant> answeredAt{};   // by a person, first since then
    std::optional<Instant> closedAt{};
    std::string outcome{};
    std::optional<double> outcomeValue{};   // EUR

    bool operator==(const ReviewedConversation&) const = default;
};

// An alert of any time as the curve of its trigger needs it.
struct PastAlert {
    std::int64_t number = 0;
    ConversationId conversation;
    std::string visitorName;
    AlertId trigger;
    Channel channel = Channel::Website;
    AgentId owner;
    Instant at{};
    std::optional<double> score{};

    bool operator==(const PastAlert&) const = default;
};

}
