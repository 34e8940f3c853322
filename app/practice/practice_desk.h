#pragma once

#include "app/practice/chance.h"
#include "model/domain/change_set.h"
#include "model/domain/command.h"
#include "ui/shared/review.h"

#include <map>
#include <set>

namespace signalbox {

// The people who answer practice visitors, as a play without a clock: they take what they are offered, answer, close, and
// now and then correct a tier or miss an alert; a lead labels. Same seed, moments and news: the same play.
class PracticeDesk {
public:
    using Act = decltype(Command::what);

    explicit PracticeDesk(std::uint32_t seed) : m_chance(seed) { }

    void follow(const ChangeSet& changes, Instant now);
    std::vector<Act> play(Instant now);   // what they do up to `now`, in order
    bool isBusy() const { return !m_due.empty() || !m_looks.empty(); }
    std::int64_t conversationsMet() const { return m_met; }
    std::int64_t alertsSeen() const { return std::int64_t(m_seen.size()); }

    std::vector<Act> comeOnline() const;
    std::vector<Act> goHome();   // closes what is still open, too
    // A lead's labels for the alerts of the days since the last review, and the tiers of some conversations.
    std::vector<Act> review();
    // And for the conversations that were drawn of those without an alert.
    std::vector<Act> reviewSilent(const ReviewData& week);

private:
    struct Met {
        Conversation conversation;
        bool answering = false;
    };
    struct Look {   // at a conversation: to answer, or to close what has nothing more to say
        ConversationId conversation;
        bool toAnswer = true;
    };

    void meet(const Conversation& conversation, Instant now);
    void learn(const Alert& alert, Instant now);
    std::optional<Act> toDo(const Look& look, Instant now);
    CloseConversation closing(const Conversation& conversation);
    std::optional<Label> labelFor(const Alert& alert);
    std::optional<Label> tierOf(const Conversation& conversation);
    AgentId someLead() const;
    void plan(Instant at, Act act) { m_due.emplace(at, std::move(act)); }

    Chance m_chance;
    std::map<AgentId, Role> m_people;
    std::map<int, TierId> m_tiers;   // by rank
    std::map<ConversationId, Met> m_open;
    std::multimap<Instant, Act> m_due;
    std::multimap<Instant, Look> m_looks;
    std::set<std::int64_t> m_seen;            // alerts
    std::map<std::int64_t, Alert> m_alerts;   // since the last review
    std::vector<Conversation> m_closed;       // since the last review
    std::int64_t m_met = 0;
    int m_written = 0;
};

}
