#pragma once

#include "routing/backtest/past_log.h"
#include "ui/shared/analysis_port.h"

namespace signalbox {

bool isAskedFor(Origin origin, const Period& period);

// The conversation's last decision before the period's end, when it lies in the period and its origin is asked for.
const PastLog::Step* lastIn(const PastLog& log, const PastLog::Conversation& conversation, const Period& period);

// What that decision saw of the attribute, by its place among the log's names; null: it was missing.
const PastLog::Cell* cellAt(const PastLog& log, const PastLog::Conversation& conversation, const PastLog::Step& last,
                            std::uint32_t attribute);

// Calls `visit(conversation, step)` with each such conversation.
template <class Visit>
void forEachIn(const PastLog& log, const Period& period, Visit visit)
{
    for (const PastLog::Conversation& conversation : log.conversations())
        if (const PastLog::Step* const last = lastIn(log, conversation, period))
            visit(conversation, *last);
}

}
