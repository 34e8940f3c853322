#pragma once

#include "model/domain/conversation.h"
#include "routing/backtest/outcome.h"
#include "routing/backtest/word_table.h"

#include <map>
#include <unordered_map>
#include <vector>

namespace signalbox {

// An alert that a decision would sound, unless it sounded within its cooldown.
struct AlertSounded {
    AlertId alert;
    seconds cooldown{0};
    bool byAction = false;   // of the policy: only when that fires anew

    auto operator<=>(const AlertSounded&) const = default;
};

// A decision of the past with what followed from it by the rules of its time.
struct PastDecision {
    std::int64_t sequence = 0;   // its place in the journal
    Decision decision;
    Outcome leadsTo;
    std::vector<AlertSounded> alerts;
};

// All decisions of the past, compactly: each keeps only what changed in its snapshot since the conversation's last one.
// Grows at its end; nothing in it ever changes. Safe to read from many threads while none adds.
class PastLog {
public:
    // One changed value. Texts and sets are numbers of tables; `Seen` is a signal and when it was observed.
    struct Cell {
        enum class Kind : std::uint32_t { Removed, Text, Number, Boolean, Set, Time, Seen, Unseen };
        std::uint32_t name = 0;   // of the attribute, or of the signal
        Kind kind = Kind::Removed;
        std::int64_t bits = 0;
    };
    struct Step {
        std::int64_t sequence = 0;
        Instant at{};
        std::size_t firstCell = 0;
        std::uint32_t cells = 0;
        std::uint32_t next = none;   // of the same conversation
        int version = 0;
        std::uint32_t policy = none;   // that fired
        std::uint32_t place = 0;       // where the conversation is by now, see outcome()
        std::uint32_t leadsTo = 0;     // where this decision alone leads
        std::uint32_t alerts = 0;      // see alertsOf()
        bool stopped = false;          // a transfer was stopped: see sentTo()
    };
    struct Conversation {
        ConversationId id;
        std::uint32_t visitorName = 0;
        Channel channel = Channel::Website;
        Origin origin = Origin::Live;
        std::uint32_t first = none;
        std::uint32_t last = none;
        std::uint32_t steps = 0;
    };
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    // A conversation there may be decisions of, or its new name.
    void open(const ConversationId& id, Channel channel, Origin origin, const std::string& visitorName);
    // Decisions come in the order of the journal; one of a conversation that was not opened is left out.
    void add(const PastDecision& past);

    const std::vector<Conversation>& conversations() const { return m_conversations; }
    const Conversation* find(const ConversationId& id) const;
    const std::vector<Step>& steps() const { return m_steps; }
    std::int64_t lastSequence() const { return m_steps.empty() ? 0 : m_steps.back().sequence; }
    std::size_t bytes() const;   // about, without texts

    const WordTable& names() const { return m_names; }   // of attributes, signals and policies
    const WordTable& texts() const { return m_texts; }   // that attributes had, and visitors' names
    const Outcome& outcome(std::uint32_t number) const { return m_outcomes[number]; }
    const std::vector<AlertSounded>& alertsOf(const Step& step) const { return m_alertLists[step.alerts]; }
    const std::vector<QueueId>& sentTo(const Step& step) const;
    const Cell* cellsOf(const Step& step) const { return m_cells.data() + step.firstCell; }
    Value valueOf(const Cell& cell) const;
    const std::map<int, std::int64_t>& decisionsByVersion() const { return m_byVersion; }

private:
    using Snapshot = std::map<std::pair<bool, std::uint32_t>, std::pair<Cell::Kind, std::int64_t>>;   // signals apart

    Snapshot snapshotOf(const Decision& decision);
    Snapshot& lastSnapshot(std::uint32_t conversation);
    Cell cellOf(std::uint32_t name, const Value& value);
    std::uint32_t numberOf(const Outcome& outcome);
    void keepChanges(const Snapshot& before, const Snapshot& after);

    std::vector<Conversation> m_conversations;
    std::unordered_map<ConversationId, std::uint32_t> m_places;   // of conversations
    std::vector<Step> m_steps;
    std::vector<Cell> m_cells;
    WordTable m_names;
    WordTable m_texts;
    std::vector<StringSet> m_sets;
    std::map<StringSet, std::uint32_t> m_setNumbers;
    std::vector<Outcome> m_outcomes;
    std::map<std::tuple<int, std::string, std::string, std::optional<std::string>>, std::uint32_t> m_outcomeNumbers;
    std::vector<std::vector<AlertSounded>> m_alertLists;
    std::map<std::vector<AlertSounded>, std::uint32_t> m_alertNumbers;
    std::unordered_map<std::int64_t, std::vector<QueueId>> m_sentTo;   // by sequence, of stopped transfers
    std::map<int, std::int64_t> m_byVersion;
    std::unordered_map<std::uint32_t, Snapshot> m_lastSnapshots;   // of conversations that decisions came for lately
};

}
