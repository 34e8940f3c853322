#include "app/router/owing.h"

#include "app/router/handoff.h"

#include <algorithm>

namespace signalbox {
namespace {

bool policySetTarget(const Decision& decision)
{
    return std::ranges::any_of(decision.actions,
                               [](const Action& action) { return std::holds_alternative<SetResponseTarget>(action); });
}

}

std::optional<seconds> answerWithin(const Rules& rules, const ConversationState& state)
{
    if (state.row.tierByHand && !(state.decision && policySetTarget(*state.decision))) {
        const std::vector<Tier>& tiers = rules.rulebook().tiers;
        if (const auto tier = std::ranges::find(tiers, state.row.tier, &Tier::id); tier != tiers.end())
            return tier->responseTarget;
    }
    return state.decision ? state.decision->responseTarget : std::nullopt;
}

void offerOnFromAbsent(Work& work, const ConversationId& id)
{
    const Conversation& row = work.conversation(id).row;
    if (row.owner.kind != OwnerKind::Agent || !row.waitingSince)
        return;
    const AgentId agent = row.owner.agent;
    const AgentState* known = work.floor.agent(agent);
    if (!known || known->presence == Presence::Offline)
        moveToQueue(work, id, {openQueue(work.rules(), row.owner.queue, work.now), {}},
                    work.floor.agentName(agent) + " is offline");
}

void oweAnswer(Work& work, const ConversationId& id)
{
    const ConversationState& state = work.conversation(id);
    if (state.row.owner.kind != OwnerKind::Agent || state.row.waitingSince)
        return;
    std::optional<Instant> answerBy;
    if (const auto within = answerWithin(work.rules(), state))
        answerBy = work.now + *within;
    work.emit(AnswerOwed{id, work.now, answerBy});
    offerOnFromAbsent(work, id);
}

void keepDeadlineInStep(Work& work, const ConversationId& id)
{
    const ConversationState& state = work.conversation(id);
    if (!state.row.waitingSince)
        return;
    std::optional<Instant> answerBy;
    if (const auto within = answerWithin(work.rules(), state))
        answerBy = *state.row.waitingSince + *within;
    if (answerBy != state.row.answerBy)
        work.emit(AnswerOwed{id, state.row.waitingSince, answerBy}, work.momentFor(state.row));
}

void endHold(Work& work, const ConversationId& id, const std::string& reason)
{
    const Conversation& row = work.conversation(id).row;
    if (!row.held)
        return;
    work.emit(HoldEnded{id, reason});
    if (row.lastAuthor == Author::Visitor)
        oweAnswer(work, id);
}

void endHoldsThatAreOver(Work& work)
{
    std::vector<ConversationId> over;
    for (const auto& [id, state] : work.floor.conversations())
        if (state.row.held && state.row.heldUntil && *state.row.heldUntil <= work.now)
            over.push_back(id);
    std::ranges::sort(over, {}, &ConversationId::value);
    for (const ConversationId& id : over) {
        work.emit(HoldEnded{id, "The time was up"});
        oweAnswer(work, id);
    }
}

}
