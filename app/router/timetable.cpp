#include "app/router/timetable.h"

#include "app/router/ai_words.h"
#include "app/router/deciding.h"
#include "app/router/offers.h"

#include <algorithm>

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

// A policy that was switched off or removed reminds nobody of what it once set.
bool stillWanted(const Rules& rules, const FollowUpSet& followUp)
{
    const std::vector<Policy>& policies = rules.rulebook().policies;
    const auto policy = std::ranges::find(policies, followUp.policy, &Policy::id);
    return followUp.policy.empty() || (policy != policies.end() && policy->enabled);
}

void remind(Work& work, const ConversationId& id)
{
    const std::vector<FollowUpSet> followUps = work.conversation(id).followUps;
    for (const FollowUpSet& followUp : followUps) {
        if (followUp.due > work.now)
            continue;
        Message note;
        note.id = followUpNoteId(id, followUp.due);
        note.author = Author::System;
        note.authorName = words::systemName;
        note.internalNote = true;
        const bool wanted = stillWanted(work.rules(), followUp);
        note.text = wanted ? words::followUpDue(followUp.note, followUp.owner)
                           : words::followUpDropped(followUp.note, work.rules().policyTitle(followUp.policy));
        const std::string text = note.text;
        work.say(id, std::move(note));
        if (!wanted)
            continue;
        work.emit(AlertRaised{id, {"follow_up"}, text + " (conversation #" + id.value + ")"});
    }
}

}

void timePassed(Work& work)
{
    lapseOffers(work);
    const bool schedulesMoved = scheduleChanged(work);
    std::vector<ConversationId> due;
    for (const auto& [id, state] : work.floor.conversations()) {
        if (mattersNow(work, state, schedulesMoved))
            work.memory.backlog.add(id);
        if (!state.followUps.empty() && !state.row.closedAt)
            due.push_back(id);
    }
    for (const ConversationId& id : due)
        remind(work, id);
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
