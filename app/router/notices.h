#pragma once

#include "model/domain/alert.h"

#include <deque>

namespace signalbox {

inline constexpr seconds noticesKept{3600};

// The alerts people were told of within the last hour, by whose they were: for budgets and grouping.
class Notices {
public:
    // Of an alert that was held back, nobody was told.
    void add(const Alert& alert);
    int toldSince(const AgentId& owner, Instant since) const;
    bool toldOf(const AlertId& trigger, const AgentId& owner, Instant since) const;

    void keepBatch(Instant now);   // what was added is committed; older ones are forgotten
    void undoBatch();

private:
    struct Notice {
        AgentId owner;
        AlertId trigger;
        Instant at{};
    };

    std::deque<Notice> m_notices;
    std::size_t m_committed = 0;
};

}
