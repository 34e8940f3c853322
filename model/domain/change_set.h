#pragma once

#include "model/domain/agent.h"
#include "model/domain/alert.h"
#include "model/domain/contact.h"
#include "model/domain/context.h"
#include "model/domain/correction.h"
#include "model/domain/decision.h"
#include "model/domain/desk_settings.h"
#include "model/domain/follow_up.h"
#include "model/domain/knowledge.h"
#include "model/domain/offer.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace signalbox {

struct AgentOnScreen {
    Agent agent;
    Presence presence = Presence::Offline;
    Instant presenceSince{};
    double placesUsed = 0;
    std::string presenceState{};               // of the workspace's own states
    std::optional<Instant> presenceUntil{};    // online again then: wrap-up
    std::string presenceReason{};              // "3 offers missed", when it was not they who chose it
    bool operator==(const AgentOnScreen&) const = default;
};

struct RulebookOnScreen {
    int version = 0;
    std::string document;   // rulebook JSON; screens read it with routing/rulebook
    std::string note;
    std::string by;
    Instant at{};
    bool operator==(const RulebookOnScreen&) const = default;
};

// The workspace's draft as last saved. Revision 0: there is none.
struct DraftOnScreen {
    std::int64_t revision = 0;   // counts every save
    int baseVersion = 0;         // the version it was started from
    std::string document;
    AgentId by;
    Instant at{};
    bool operator==(const DraftOnScreen&) const = default;
};
struct DraftEditor {
    AgentId agent;
    std::string place;   // the policy or room they look at
    Instant seen{};
    bool operator==(const DraftEditor&) const = default;
};

// Where the live rulebook and the one that runs beside it parted.
struct ShadowDifference {
    ConversationId conversation;
    std::string visitorName;
    Instant at{};
    std::string live;     // in words: "Enterprise pricing: to Enterprise East, P1"
    std::string shadow;
    bool operator==(const ShadowDifference&) const = default;
};
struct ShadowOnScreen {
    bool running = false;
    std::string document;
    AgentId by;
    Instant since{};
    std::int64_t decisions = 0;
    std::int64_t differing = 0;
    std::vector<ShadowDifference> latest;   // newest last, bounded
    bool operator==(const ShadowOnScreen&) const = default;
};

// Who has a conversation open at a console just now.
struct Looking {
    AgentId agent;
    ConversationId conversation;
    bool typing = false;
    Instant seen{};
    bool operator==(const Looking&) const = default;
};

// What changed with one commit (or several, merged: one entry an id, the newest). The only way a screen learns anything.
struct ChangeSet {
    std::vector<Conversation> conversations;                    // new or changed; closed ones have closedAt
    std::vector<std::pair<ConversationId, Message>> messages;   // new messages, of every conversation
    std::vector<AgentOnScreen> agents;
    std::vector<AgentId> removedAgents;
    std::vector<Offer> offersMade;
    std::vector<std::pair<Offer, OfferOutcome>> offersEnded;
    std::vector<Alert> alerts;   // raised or changed; the first change set has all that have not ended
    std::vector<Label> labels;
    std::vector<Decision> decisions;
    std::vector<std::pair<ConversationId, ContextChange>> context;
    std::vector<std::pair<ConversationId, Instant>> visitorTyping;   // until when
    std::optional<RulebookOnScreen> rulebook;
    std::optional<std::vector<FaqEntry>> faq;
    std::optional<CompanyProfile> profile;
    std::optional<WebsiteChannel> website;
    std::optional<bool> practiceOn;
    std::optional<DraftOnScreen> draft;
    std::optional<std::vector<DraftEditor>> draftEditors;
    std::optional<ShadowOnScreen> shadow;
    std::vector<FollowUpOnScreen> followUps;        // set, reminded of or ended; the first change set has all that are open
    std::vector<std::pair<ConversationId, Correction>> corrections;
    std::optional<std::vector<Looking>> looking;    // all of it
    std::optional<DeskSettings> deskSettings;
    std::vector<ConversationId> erased;             // gone from every screen
    std::uint64_t messagesCommitted = 0;   // for the status bar's rate

    bool empty() const;
    void merge(ChangeSet&& later);
};

// Everything the conversation place shows that lists do not carry. Answered off the window's thread, from the store.
struct ConversationDetail {
    Conversation conversation;
    std::vector<Message> messages;   // the last 500, oldest first
    bool hasEarlier = false;
    Context context;
    std::optional<Decision> decision;     // the last one
    std::string routeReason;              // "Policy 2 Enterprise pricing", as the owner change says
    std::vector<Offer> offers;            // made for it, oldest first
    std::vector<Conversation> earlier;    // the same visitor's earlier conversations, newest first
    std::vector<FollowUpOnScreen> followUps;   // by their time, ended ones too
    std::vector<Decision> decisions;           // all of them, oldest first, at most the last 200
    std::vector<Correction> corrections;       // oldest first
    std::optional<Contact> contact;            // who the visitor is, when that is known
    std::vector<Alert> alerts;                 // oldest first, those that are over too
    std::vector<Label> labels;                 // what people said of them, and of it, oldest first
};

}
