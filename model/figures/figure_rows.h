#pragma once

#include "model/domain/alert.h"
#include "model/domain/conversation.h"
#include "model/figures/words.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace signalbox {

// What the figures K1 to K4 (docs/figures.md) are computed from: a few facts of each conversation and alert, small enough
// that a million of them stay in memory. A moment that has not come is `never`.
inline constexpr Instant never = Instant::max();

enum class ShownOutcome : std::uint8_t { None, Converted, Spam, Other };
// Who says which tier a conversation should have had. A later one of the same kind goes before an earlier one.
enum class TruthSource : std::uint8_t { None, Outcome, Agent, Lead };

struct ConversationFacts {
    std::int64_t number = 0;
    Instant openedAt{};
    Instant firstInboundAt = never;
    Instant leftAiAt = never;
    Instant topAt = never;
    Instant answeredAt = never;   // the first message of a person once it had left the AI
    Instant touchedAt = never;    // the first message of a person since one was owed to a top-tier conversation
    Instant closedAt = never;
    Instant qualifiedAt = never;
    double value = 0;     // EUR, of a conversion
    Word queue = 0;       // the first one
    Word firstTier = 0;   // when it first left the AI
    Word tier = 0;        // now
    Word trueTier = 0;    // with `truth`
    Word agent = 0;       // who answered first
    Word outcomeWord = 0;   // as it stands there; empty while it is open, and when it was closed without one
    Word source = 0;      // page.source; of top-tier and converted conversations, as is the next
    Word customer = 0;    // the contact, or the visitor while nobody is known
    int firstVersion = 0;
    int topVersion = 0;
    int lastVersion = 0;   // that decided last; 0: none has
    int messages = 0;      // of everybody, notes among them
    Channel channel = Channel::Website;
    Origin origin = Origin::Live;
    ShownOutcome outcome = ShownOutcome::None;
    TruthSource truth = TruthSource::None;
    bool drawn = true;   // false: its truth is known without a sample, by a correction or its outcome

    bool operator==(const ConversationFacts&) const = default;
};

struct AlertFacts {
    std::int64_t number = 0;
    std::int64_t conversation = 0;
    Instant at{};
    Instant acknowledgedAt = never;
    Instant answeredAt = never;   // the owner's first public message since; with no owner, anybody's
    Instant endedAt = never;
    Word trigger = 0;
    Word owner = 0;
    Word tier = 0;
    Word queue = 0;   // the conversation's first one
    int version = 0;
    Channel channel = Channel::Website;
    Origin origin = Origin::Live;
    HeldBack heldBack = HeldBack::No;
    std::optional<Verdict> verdict{};   // of the first labels; a lead's goes before an agent's
    bool endedByItself = false;         // its condition no longer held
    bool late = false;                  // a person had answered the conversation before it came

    bool operator==(const AlertFacts&) const = default;
};

// A conversation that a trigger said nothing of, drawn for the review of a week and labelled there.
struct SilentFacts {
    std::int64_t conversation = 0;
    Instant since{};   // when that week begins
    Instant at{};      // of the label
    Word trigger = 0;
    Channel channel = Channel::Website;
    Origin origin = Origin::Live;
    SilentKind kind = SilentKind::Far;
    Verdict verdict = Verdict::Unsure;
    std::vector<SilentCount> from{};   // what was there to draw from

    bool operator==(const SilentFacts&) const = default;
};

struct OpenTime {
    Instant from{};
    Instant to{};   // [from, to)
};

// What the figures need of a published rulebook.
struct RulebookFacts {
    int version = 0;
    Instant publishedAt{};
    std::map<Word, Word> scheduleOf;                   // of each queue; the empty word: it is always open
    std::map<Word, std::vector<OpenTime>> openTimes;   // of each schedule, sorted and apart
};

struct FigureRows {
    Words words;
    std::vector<ConversationFacts> conversations;   // by number
    std::vector<AlertFacts> alerts;                 // by number; without reminders of follow-ups
    std::vector<SilentFacts> silent;        // by conversation and trigger, the label that counts
    std::vector<RulebookFacts> rulebooks;   // by version
    std::map<Word, int> rankOf;             // of tiers, 0 the top one, as the newest rulebook with it has it
    std::map<Word, std::string> names;      // of agents
};

}
