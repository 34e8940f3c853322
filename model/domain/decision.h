#pragma once

#include "model/domain/agent.h"
#include "model/domain/ids.h"
#include "model/domain/instant.h"
#include "model/domain/value.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace signalbox {

// A target that is either named in the rulebook or read from an attribute when deciding.
struct Target {
    std::string id;   // used when `attribute` is empty
    std::string attribute;

    bool operator==(const Target&) const = default;
};

// The AI answers when the best knowledge match scores at least `minScore` (0 to 1); else the conversation goes to
// `fallbackQueue`, or to the rulebook's first queue.
struct AnswerWithAi {
    double minScore = 0.5;
    QueueId fallbackQueue;
    bool operator==(const AnswerWithAi&) const = default;
};
struct KeepWithAi {
    bool operator==(const KeepWithAi&) const = default;
};
struct TransferToQueue {
    Target queue;
    bool operator==(const TransferToQueue&) const = default;
};
struct TransferToAgent {
    Target agent;
    QueueId fallbackQueue;
    bool operator==(const TransferToAgent&) const = default;
};
struct TransferToLastAgent {
    QueueId fallbackQueue;
    bool operator==(const TransferToLastAgent&) const = default;
};
struct SendMessage {
    std::string text;
    bool operator==(const SendMessage&) const = default;
};   // may hold {{attribute}}
struct SetTier {
    TierId tier;
    bool operator==(const SetTier&) const = default;
};
struct AddTag {
    std::string tag;
    bool operator==(const AddTag&) const = default;
};
struct RequireSkill {
    Skill skill;
    bool operator==(const RequireSkill&) const = default;
};
struct SetResponseTarget {
    seconds target{};
    bool operator==(const SetResponseTarget&) const = default;
};
struct RaiseAlert {
    AlertId alert;
    bool operator==(const RaiseAlert&) const = default;
};
struct FollowUp {
    seconds after{};
    std::string owner;
    std::string note;
    bool operator==(const FollowUp&) const = default;
};
struct CallWebhook {
    std::string webhook;
    bool operator==(const CallWebhook&) const = default;
};

using Action
    = std::variant<AnswerWithAi, KeepWithAi, TransferToQueue, TransferToAgent, TransferToLastAgent, SendMessage,
                   SetTier, AddTag, RequireSkill, SetResponseTarget, RaiseAlert, FollowUp, CallWebhook>;

// What a signal speaks for: who they are, what they want, how soon, and what it is worth. Each is summed for itself.
enum class Score { Intent, Fit, Urgency, Worth };   // "value" in rulebooks: the name Value is taken

// One signal's share of its score at the moment of the decision.
struct SignalShare {
    SignalId id;
    std::string name;
    double points = 0;
    Instant observedAt{};
    Score score = Score::Intent;

    bool operator==(const SignalShare&) const = default;
};

enum class CriterionState { Unknown, Met, NotMet };
struct CriterionResult {
    CriterionId id;
    std::string name;
    CriterionState state = CriterionState::Unknown;
    bool required = false;
    std::string evidence;   // the value found, in words; empty while unknown
    std::string ask;        // the question that would settle it

    bool operator==(const CriterionResult&) const = default;
};

// The tier a conversation had before a decision, and since when.
struct TierHeld {
    TierId tier;
    Instant since{};

    bool operator==(const TierHeld&) const = default;
};

// What the engine decided, from which context, with which rulebook version, and which rule fired. Complete enough to be
// decided again, for ever: decide(rulebook[rulebookVersion], snapshot, at) gives the same.
struct Decision {
    ConversationId conversation;
    Instant at{};
    int rulebookVersion = 0;
    Values snapshot;                  // the closed context: with intent_score, channel and all else that was looked at
    std::optional<TierHeld> tierBefore;   // given when some tier is kept for a time
    std::vector<QueueId> sentTo;          // where decisions sent it since anything but time changed, oldest first
    std::optional<PolicyId> policy;   // none: no policy fired
    bool byException = false;         // the policy's except block took precedence
    std::vector<Action> actions;      // in order, of the policy or its except block
    TierId tier;                      // empty when no tier's condition holds
    int tierRank = 0;
    double intentScore = 0;   // 0 to 100
    std::vector<SignalShare> signalShares;
    std::vector<CriterionResult> qualification;
    std::vector<Skill> requiredSkills;
    std::optional<seconds> responseTarget;   // set_response_target, else the tier's
    std::optional<QueueId> stoppedTransfer;  // where the actions would send it back to, and the reason why it stays

    bool operator==(const Decision&) const = default;
};

// Why an agent was or was not chosen for an offer.
struct CandidateReason {
    AgentId agent;
    bool chosen = false;
    std::string reason;   // "Away since 10:12", "Needs enterprise 3, has 2"

    bool operator==(const CandidateReason&) const = default;
};

}
