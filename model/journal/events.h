#pragma once

#include "model/domain/agent.h"
#include "model/domain/context.h"
#include "model/domain/conversation.h"
#include "model/domain/decision.h"
#include "model/domain/knowledge.h"
#include "model/domain/offer.h"

#include <variant>

namespace signalbox {

// Everything that can happen, in the past tense. Events are never changed or removed; a new kind of event is a new
// struct here. Their JSON form is in events_json; old journals must stay readable for ever.

struct ConversationOpened {
    ConversationId conversation;
    VisitorId visitor;
    std::string visitorName;
    Channel channel = Channel::Website;
    Origin origin = Origin::Live;
    bool offerable = true;
    bool operator==(const ConversationOpened&) const = default;
};
struct MessageAdded {
    ConversationId conversation;
    Message message;
    bool operator==(const MessageAdded&) const = default;
};
struct ContextChanged {
    ConversationId conversation;
    std::vector<ContextChange> changes;
    bool operator==(const ContextChanged&) const = default;
};
struct SignalObserved {
    ConversationId conversation;
    SignalId signal;
    bool operator==(const SignalObserved&) const = default;
};
struct DecisionMade {
    Decision decision;
    bool operator==(const DecisionMade&) const = default;
};
// Compare-and-set: the writer refuses the batch when the conversation's owner is not `from`.
struct OwnerChanged {
    ConversationId conversation;
    Owner from;
    Owner to;
    std::string reason;                    // one sentence for the card: "Policy 2 Enterprise pricing"
    std::optional<Instant> waitingSince;   // set when `to` is a queue
    std::optional<Instant> answerBy;
    bool operator==(const OwnerChanged&) const = default;
};
// A person has answered: nothing is owed until the visitor writes again. Or, with a time, something is owed from then on.
struct AnswerOwed {
    ConversationId conversation;
    std::optional<Instant> since;
    std::optional<Instant> answerBy;
    bool operator==(const AnswerOwed&) const = default;
};
struct OfferMade {
    Offer offer;
    bool operator==(const OfferMade&) const = default;
};
struct OfferEnded {
    OfferId offer;
    ConversationId conversation;
    AgentId agent;
    OfferOutcome outcome = OfferOutcome::Lapsed;
    std::string reason;
    bool operator==(const OfferEnded&) const = default;
};
struct ConversationClosed {
    ConversationId conversation;
    AgentId by;
    std::string outcome;
    bool operator==(const ConversationClosed&) const = default;
};
struct AlertRaised {
    ConversationId conversation;
    AlertId alert;
    std::string text;
    bool operator==(const AlertRaised&) const = default;
};
struct FollowUpSet {
    ConversationId conversation;
    Instant due{};
    std::string owner;
    std::string note;
    PolicyId policy{};   // whose action set it
    bool operator==(const FollowUpSet&) const = default;
};
struct PresenceChanged {
    AgentId agent;
    Presence presence = Presence::Offline;
    bool operator==(const PresenceChanged&) const = default;
};
struct AgentSaved {
    Agent agent;
    bool operator==(const AgentSaved&) const = default;
};
struct AgentRemoved {
    AgentId agent;
    bool operator==(const AgentRemoved&) const = default;
};
struct RulebookPublished {
    int version = 0;
    std::string document;        // the rulebook, as JSON text
    std::string openIntervals;   // its schedules resolved to UTC intervals, as JSON text
    std::string note;
    std::string by;
    bool operator==(const RulebookPublished&) const = default;
};
struct FaqSaved {
    FaqEntry entry;
    bool operator==(const FaqSaved&) const = default;
};
struct FaqRemoved {
    FaqId entry;
    bool operator==(const FaqRemoved&) const = default;
};
struct ProfileSaved {
    CompanyProfile profile;
    bool operator==(const ProfileSaved&) const = default;
};
struct WebsiteChannelSaved {
    WebsiteChannel channel;
    bool operator==(const WebsiteChannelSaved&) const = default;
};
struct PracticeSwitched {
    bool on = false;
    bool operator==(const PracticeSwitched&) const = default;
};

using EventPayload = std::variant<ConversationOpened, MessageAdded, ContextChanged, SignalObserved, DecisionMade,
                                  OwnerChanged, AnswerOwed, OfferMade, OfferEnded, ConversationClosed, AlertRaised,
                                  FollowUpSet, PresenceChanged, AgentSaved, AgentRemoved, RulebookPublished, FaqSaved,
                                  FaqRemoved, ProfileSaved, WebsiteChannelSaved, PracticeSwitched>;

struct Event {
    std::int64_t sequence = 0;   // given by the writer: 1, 2, 3, ...
    Instant at{};
    EventPayload payload;

    bool operator==(const Event&) const = default;
};

}
