#include "app/analysis/in_period.h"

namespace signalbox {

bool isAskedFor(Origin origin, const Period& period)
{
    return origin == Origin::Live ? period.live : origin == Origin::Practice ? period.practice : period.imported;
}

const PastLog::Step* lastIn(const PastLog& log, const PastLog::Conversation& conversation, const Period& period)
{
    if (conversation.first == PastLog::none || !isAskedFor(conversation.origin, period))
        return nullptr;
    const PastLog::Step* last = &log.steps()[conversation.last];
    if (last->at >= period.until) {
        last = nullptr;
        for (auto at = conversation.first; at != PastLog::none && log.steps()[at].at < period.until;
             at = log.steps()[at].next)
            last = &log.steps()[at];
    }
    return last && last->at >= period.since ? last : nullptr;
}

const PastLog::Cell* cellAt(const PastLog& log, const PastLog::Conversation& conversation, const PastLog::Step& last,
                            std::uint32_t attribute)
{
    const PastLog::Cell* found = nullptr;
    for (auto at = conversation.first; at != PastLog::none; at = log.steps()[at].next) {
        const PastLog::Step& step = log.steps()[at];
        const PastLog::Cell* const cells = log.cellsOf(step);
        for (std::uint32_t i = 0; i < step.cells; ++i)
            if (cells[i].name == attribute && cells[i].kind < PastLog::Cell::Kind::Seen)
                found = &cells[i];
        if (&step == &last)
            break;
    }
    return found && found->kind != PastLog::Cell::Kind::Removed ? found : nullptr;
}

}
