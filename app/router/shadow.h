#pragma once

#include "app/router/conversation_state.h"
#include "app/router/rules.h"
#include "model/domain/change_set.h"
#include "routing/backtest/replay.h"

#include <deque>
#include <optional>
#include <unordered_map>

namespace signalbox {

// A decision of the live rulebook, as the one beside it is to make it too.
struct BesideLive {
    const ConversationState& state;
    const Rules& liveRules;
    const Decision& decision;   // of the live rulebook
    Values values;              // closed by the engine of the one beside
    bool onlyTimePassed = false;
};

// A rulebook that decides all live conversations too, without any effect, with its own signals, tiers and stops; and where
// it parts from the live one. What a batch did to it counts only once the batch is committed.
class Shadow {
public:
    bool isRunning() const { return m_rules != nullptr; }
    const Rules& rules() const { return *m_rules; }

    // From the next commit on. Error: the document cannot be published.
    Result<void> start(const std::string& document, const AgentId& by, Instant now);
    void end();
    // After a restart: counting begins anew. A document that cannot be read any more does not run.
    void restart(const ShadowOnScreen& kept, Instant now);

    void decide(BesideLive live);

    void keepBatch(Instant now);
    void undoBatch();
    // Conversations that are not open any more are forgotten when there are many of them.
    void forgetAllBut(const std::unordered_map<ConversationId, ConversationState>& open);

    // Takes what was told of these conversations out of the latest differences.
    void forget(const std::vector<ConversationId>& conversations);

    // What a console shows; none when nothing is new, or something was told less than a second ago.
    std::optional<ShadowOnScreen> news(Instant now);
    ShadowOnScreen onScreen() const;

private:
    struct Course {   // of one conversation
        Replay replay;
        Outcome live;
        Outcome shadow;
        Values lookedAt;   // by signals that only the shadow has, when it was decided last
    };
    struct Decided {
        ConversationId conversation;
        std::optional<ShadowDifference> difference;
    };
    struct Next {
        std::shared_ptr<const Rules> rules;   // none: it ends
        ShadowOnScreen about;
    };

    Course& courseOf(const ConversationState& state);
    std::vector<std::string> changedSince(Course& course, const Values& values) const;
    void compareWith(const Rules& live);

    std::shared_ptr<const Rules> m_rules;
    ShadowOnScreen m_about;   // without the latest
    std::deque<ShadowDifference> m_latest;
    std::unordered_map<ConversationId, Course> m_courses;
    RulesThen m_then;   // what it takes over from the live version
    int m_liveVersion = -1;
    std::set<std::string, std::less<>> m_watched;   // attributes of signals that only the shadow has
    std::vector<Decided> m_batch;
    std::optional<Next> m_next;
    bool m_isNew = false;   // something was not told yet
    std::optional<Instant> m_toldAt;
};

}
