#pragma once

#include "model/domain/agent.h"
#include "model/domain/alert.h"
#include "model/domain/context.h"
#include "model/domain/contact.h"
#include "model/domain/conversation.h"
#include "model/domain/correction.h"
#include "model/domain/decision.h"
#include "model/domain/desk_settings.h"
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
    std::optional<double> value{};
    bool operator==(const ConversationClosed&) const = default;
};
// Back from the closed ones to `to`, which a compare-and-set gave it before.
struct ConversationReopened {
    ConversationId conversation;
    AgentId by;
    Owner to;
    bool operator==(const ConversationReopened&) const = default;
};
struct ConversationHeld {
    ConversationId conversation;
    AgentId by;
    std::optional<Instant> until;   // none: until the visitor writes
    bool operator==(const ConversationHeld&) const = default;
};
struct HoldEnded {
    ConversationId conversation;
    std::string reason;   // "The visitor wrote"
    bool operator==(const HoldEnded&) const = default;
};
struct AgentInvited {
    ConversationId conversation;
    AgentId agent;
    AgentId by;
    bool operator==(const AgentInvited&) const = default;
};
struct InvitedLeft {
    ConversationId conversation;
    AgentId agent;
    bool operator==(const InvitedLeft&) const = default;
};
struct HandRaised {
    ConversationId conversation;
    AgentId agent;
    bool up = true;
    std::string note;
    bool operator==(const HandRaised&) const = default;
};
// What a person put right; its time is the event's.
struct ConversationCorrected {
    ConversationId conversation;
    AgentId by;
    std::string subject;
    std::string before;
    std::string after;
    std::string reason;
    int tierRank = 0;   // of a corrected tier
    bool operator==(const ConversationCorrected&) const = default;
};
// How far the visitor's chat has the messages, and how far they were seen. Never goes back.
struct MessagesReached {
    ConversationId conversation;
    std::int64_t delivered = 0;
    std::int64_t read = 0;
    bool operator==(const MessagesReached&) const = default;
};
// Begins an episode; the event's sequence is its number. What comes later names it by that.
struct AlertRaised {
    ConversationId conversation;
    AlertId alert;
    std::string text;
    AgentId owner{};
    std::string ownerReason{};
    HeldBack heldBack = HeldBack::No;
    std::vector<AlertWay> ways{};
    int rulebookVersion = 0;
    TierId tier{};
    int tierRank = 0;
    std::string measure{};
    std::optional<double> score{};
    PolicyId policy{};
    bool operator==(const AlertRaised&) const = default;
};
struct AlertAcknowledged {
    ConversationId conversation;
    std::int64_t alert = 0;
    AgentId by;
    bool operator==(const AlertAcknowledged&) const = default;
};
struct AlertSnoozed {
    ConversationId conversation;
    std::int64_t alert = 0;
    AgentId by;
    std::optional<Instant> until;   // none: it is over
    bool operator==(const AlertSnoozed&) const = default;
};
struct AlertHandedOn {
    ConversationId conversation;
    std::int64_t alert = 0;
    AgentId by;   // empty: by the router, because nobody acknowledged it in time
    AgentId to;
    std::string reason;
    bool operator==(const AlertHandedOn&) const = default;
};
struct AlertEnded {
    ConversationId conversation;
    std::int64_t alert = 0;
    AgentId by;   // empty: by itself
    std::string reason;
    bool operator==(const AlertEnded&) const = default;
};
// Sent by one of its ways, or given up on.
struct AlertDelivered {
    ConversationId conversation;
    std::int64_t alert = 0;
    AlertWay way = AlertWay::Webhook;
    std::string error;   // empty: it arrived
    bool operator==(const AlertDelivered&) const = default;
};
// Its time is the event's.
struct LabelGiven {
    Label label;
    bool operator==(const LabelGiven&) const = default;
};
struct FollowUpSet {
    ConversationId conversation;
    Instant due{};
    std::string owner;
    std::string note;
    PolicyId policy{};   // whose action set it
    AgentId by{};        // who set it by hand
    bool operator==(const FollowUpSet&) const = default;
};
struct FollowUpEnded {
    ConversationId conversation;
    Instant due{};
    AgentId by;
    bool done = true;   // false: called off
    bool operator==(const FollowUpEnded&) const = default;
};
// A visitor proved to be this person.
struct VisitorLinked {
    VisitorId visitor;
    Contact contact;   // as they are known now
    std::string because;
    bool operator==(const VisitorLinked&) const = default;
};
// And is not: never again by the same proof.
struct VisitorUnlinked {
    VisitorId visitor;
    ContactId contact;
    AgentId by;
    bool operator==(const VisitorUnlinked&) const = default;
};
// All that was known of the person is gone from the journal and everywhere else; the places of their events stay empty.
struct ContactErased {
    ContactId contact;
    std::vector<ConversationId> conversations;
    AgentId by;
    bool operator==(const ContactErased&) const = default;
};
struct DeskSettingsSaved {
    DeskSettings settings;
    bool operator==(const DeskSettingsSaved&) const = default;
};
struct PresenceChanged {
    AgentId agent;
    Presence presence = Presence::Offline;
    std::string state{};              // of the workspace's own
    std::optional<Instant> until{};   // online again then
    std::string reason{};             // when it was not they who chose it
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
                                  FaqRemoved, ProfileSaved, WebsiteChannelSaved, PracticeSwitched,
                                  ConversationReopened, ConversationHeld, HoldEnded, AgentInvited, InvitedLeft,
                                  HandRaised, ConversationCorrected, MessagesReached, FollowUpEnded, VisitorLinked,
                                  VisitorUnlinked, ContactErased, DeskSettingsSaved, AlertAcknowledged, AlertSnoozed,
                                  AlertHandedOn, AlertEnded, AlertDelivered, LabelGiven>;

struct Event {
    std::int64_t sequence = 0;   // given by the writer: 1, 2, 3, ...
    Instant at{};
    EventPayload payload;

    bool operator==(const Event&) const = default;
};

}
