#pragma once

#include "routing/backtest/looked_at.h"
#include "routing/backtest/past_log.h"

#include <vector>

namespace signalbox {

// Goes through the decisions of one conversation after the other and brings what was known along, change by change.
class PastWalk {
public:
    // Only the wanted attributes are put together. `log` outlives the walk and does not grow meanwhile.
    PastWalk(const PastLog& log, const AttributeNames& wanted);

    void start(const PastLog::Conversation& conversation);
    bool next();   // false: there are no more decisions

    const PastLog::Step& step() const { return *m_step; }
    // As the snapshot has them, without `now` and the states of schedules. May be moved out and put back.
    Values& values() { return m_values; }
    const std::map<SignalId, Instant>& seen() const { return m_seen; }      // signals, by the rules of the time
    const std::vector<std::string>& changed() const { return m_changed; }   // of the wanted attributes
    bool onlyTimePassed() const { return m_onlyTimePassed; }                // nothing happened to the conversation

private:
    enum : char { Wanted = 1, ByItself = 2 };
    void apply(const PastLog::Cell& cell);

    const PastLog& m_log;
    std::vector<char> m_kinds;   // by the number of the name
    std::uint32_t m_next = PastLog::none;
    const PastLog::Step* m_step = nullptr;
    Values m_values;
    std::map<SignalId, Instant> m_seen;
    std::vector<std::string> m_changed;
    bool m_onlyTimePassed = false;
};

}
