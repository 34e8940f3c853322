#include "app/router/timetable.h"

#include "app/router/alerts.h"
#include "app/router/deciding.h"
#include "app/router/follow_ups.h"
#include "app/router/offers.h"
#include "app/router/owing.h"
#include "app/router/presence.h"

namespace signalbox {
namespace {

constexpr int reconsideredInABatch = 300;
constexpr seconds reconsiderAfter{15};

bool scheduleChanged(Work& work)
{
    Instant& seen = work.memory.schedulesSeenAt;
    const auto next = nextChange(work.rules().engine().openIntervals(), seen);
    const bool changed = seen != Instant{} && next && *next <= work.now;
    seen = work.now;
    return changed;
}

bool attributeExpired(const ConversationState& state, Instant since, Instant now)
{
    for (const auto& [attribute, entry] : state.context.entries())
        if (entry.expiresAt && *entry.expiresAt > since && *entry.expiresAt <= now)
            return true;
    return false;
}

// With an agent nothing is decided by mere time; its alerts are watched all the same.
void watchWhatAgentsHave(Work& work)
{
    if (work.rules().rulebook().alerts.empty() || !work.rules().watchesTime())
        return;
    for (const auto& [agent, state] : work.floor.agents()) {
        const std::set<ConversationId> theirs = work.floor.ownedBy(agent);
        for (const ConversationId& id : theirs) {
            const auto [considered, added] = work.memory.consideredAt.try_emplace(id, work.now);
            if (added || considered->second + reconsiderAfter > work.now)
                continue;
            considered->second = work.now;
            const ConversationState& conversation = work.conversation(id);
            if (conversation.row.offerable)
                soundAlerts(work, id, closedValues(work, conversation, work.now));
        }
    }
}

// A conversation is looked at again when time alone could change what is decided for it.
bool mattersNow(Work& work, const ConversationState& state, bool schedulesMoved)
{
    const Conversation& row = state.row;
    if (!row.offerable || row.closedAt || row.owner.kind == OwnerKind::Agent)
        return false;
    if (schedulesMoved || !state.known)
        return true;   // not known: nobody has looked at it since the start
    const auto [considered, added] = work.memory.consideredAt.try_emplace(row.id, work.now);
    if (added || considered->second + reconsiderAfter > work.now)
        return false;
    return work.rules().watchesTime() || attributeExpired(state, considered->second, work.now);
}

}

void timePassed(Work& work)
{
    lapseOffers(work);
    returnFromWrapUp(work);
    endHoldsThatAreOver(work);
    const bool schedulesMoved = scheduleChanged(work);
    for (const auto& [id, state] : work.floor.conversations())
        if (mattersNow(work, state, schedulesMoved))
            work.memory.backlog.add(id);
    watchAlerts(work);
    watchWhatAgentsHave(work);
    remindOfFollowUps(work);
    work.memory.assignmentDue = true;   // skills relax and queues open with time
}

void workOffBacklog(Work& work)
{
    for (int i = 0; i < reconsideredInABatch && !work.fault; ++i) {
        const auto id = work.memory.backlog.next();
        if (!id)
            return;
        work.reconsidered.push_back(*id);
        const ConversationState* state = work.floor.find(*id);
        if (state && !state->row.closedAt)
            decideAndCarryOut(work, *id, {Cause::Kind::RulesChanged, std::nullopt});
    }
}

}
