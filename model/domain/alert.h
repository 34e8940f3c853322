#pragma once

#include "model/domain/conversation.h"
#include "model/domain/ids.h"
#include "model/domain/instant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

// How an alert's owner is told, beside the list in the console, which holds every alert.
enum class AlertWay { Desktop, Webhook, Email };

// Why nobody was told of an alert, which is listed all the same.
enum class HeldBack {
    No,
    Silenced,   // another alert of the conversation says more
    Quiet,      // quiet hours
    Budget,     // its owner has been told of enough within the hour
    Grouped,    // its owner was told of the same trigger a moment ago
    History     // imported conversations alert nobody
};

// Whether its owner was told; of imported conversations, which are only replayed, whether nothing else held it back.
inline bool wasTold(HeldBack heldBack) { return heldBack == HeldBack::No || heldBack == HeldBack::History; }

// One episode: from when a trigger's condition holds to when it no longer does, the conversation closes or a person
// resolves it. Its number is the place of its first event in the journal.
struct Alert {
    std::int64_t number = 0;
    AlertId trigger;
    ConversationId conversation;
    std::string text;
    Instant at{};
    AgentId owner{};            // whose it is; empty: any lead's
    std::string ownerReason{};  // "has the conversation", "leads Sales", "is on call"
    HeldBack heldBack = HeldBack::No;
    std::vector<AlertWay> ways{};
    int rulebookVersion = 0;
    TierId tier{};        // of the conversation when it was raised
    int tierRank = 0;
    std::string measure{};          // the attribute that has a threshold, if one has
    std::optional<double> score{};  // and its value then
    PolicyId policy{};              // whose action raised it; empty: its own condition did

    AgentId acknowledgedBy{};
    std::optional<Instant> acknowledgedAt{};
    std::optional<Instant> snoozedUntil{};
    bool escalated = false;   // nobody acknowledged it in time
    std::optional<Instant> endedAt{};
    AgentId endedBy{};         // empty: by itself
    std::string endReason{};

    bool operator==(const Alert&) const = default;
};

// Reminders of follow-ups come as alerts of this trigger, which no rulebook holds. They are over once they were given.
inline constexpr std::string_view reminderAlert = "follow_up";

// Was it worth an alert?
enum class Verdict { True, False, Unsure };

// How conversations that a trigger said nothing of are told apart, so that each kind is sampled by itself.
enum class SilentKind {
    Valuable,   // proved to be worth something: converted, qualified, or its tier was raised by hand
    Near,       // its measure came within 20 % of the threshold, or reached it
    Far,
    Unmeasured,   // the measure never had a value
};

struct SilentCount {
    SilentKind kind = SilentKind::Far;
    Channel channel = Channel::Website;
    std::int64_t conversations = 0;

    bool operator==(const SilentCount&) const = default;
};

// How a conversation without an alert came to be judged: drawn by chance, for the review of a week, from so many alike.
struct Draw {
    Instant since{};   // when the week begins
    SilentKind kind = SilentKind::Far;
    std::vector<SilentCount> from{};   // all that the trigger said nothing of

    bool operator==(const Draw&) const = default;
};

// What a person says of an alert, or of a conversation that did not alert. Given again by the same person it replaces
// the one before.
struct Label {
    ConversationId conversation;
    std::int64_t alert = 0;   // 0: of the conversation, which did not alert
    AlertId trigger;          // empty, without an alert: of the tier
    std::optional<Verdict> verdict{};   // none: taken back
    TierId tier{};            // of a tier's label: the one it should have had
    std::string reason{};
    AgentId by{};
    bool second = false;      // given without seeing the first one, to see whether people agree
    Instant at{};
    std::optional<Draw> draw{};   // without an alert: how it was drawn, if it was

    bool operator==(const Label&) const = default;
};

}
