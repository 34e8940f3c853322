#include "app/router/deciding.h"

#include "app/router/actions.h"
#include "app/router/alerts.h"
#include "app/router/owing.h"
#include "model/domain/names.h"

#include <algorithm>

namespace signalbox {
namespace {

double secondsBetween(Instant from, Instant to)
{
    return std::max(0.0, std::chrono::duration<double>(to - from).count());
}

bool answersFor(const AgentState& agent, const QueueId& queue)
{
    return agent.agent.queues.empty() || std::ranges::find(agent.agent.queues, queue) != agent.agent.queues.end();
}

double freeAgents(const Floor& floor, const QueueId& queue)
{
    return static_cast<double>(std::ranges::count_if(floor.agents(), [&](const auto& entry) {
        const AgentState& agent = entry.second;
        return agent.presence == Presence::Online && answersFor(agent, queue)
            && floor.placesUsed(entry.first) < agent.agent.capacity;
    }));
}

// Only of queues that some condition asks about: the snapshot stays small.
void addQueueValues(Values& values, Work& work, const Rules& rules, Instant at)
{
    const auto first = rules.mentioned().lower_bound("queue.");
    if (first == rules.mentioned().end() || !first->starts_with("queue."))
        return;
    for (const Queue& queue : rules.rulebook().queues) {
        const std::string prefix = "queue." + queue.id.value + ".";
        double waiting = 0;
        double longest = 0;
        for (const ConversationId& id : work.floor.waiting())
            if (const Conversation& row = work.floor.find(id)->row; row.owner.queue == queue.id) {
                ++waiting;
                longest = std::max(longest, row.waitingSince ? secondsBetween(*row.waitingSince, at) : 0.0);
            }
        if (rules.mentions(prefix + "waiting"))
            values[prefix + "waiting"] = waiting;
        if (rules.mentions(prefix + "longest_wait_seconds"))
            values[prefix + "longest_wait_seconds"] = longest;
        if (rules.mentions(prefix + "agents_free"))
            values[prefix + "agents_free"] = freeAgents(work.floor, queue.id);
    }
}

DecisionInput inputFor(Work& work, const ConversationState& state)
{
    DecisionInput input;
    input.conversation = state.row.id;
    input.channel = state.row.channel;
    input.context = &state.context;
    input.signalsObserved = &state.signalsObserved;
    input.floor = liveValues(work, state);
    if (state.decision && !state.decision->tier.empty())   // not the one a person gave it: that is none of the engine's
        input.tierBefore = TierHeld{state.decision->tier, state.tierSince};
    if (state.decision && state.decision->rulebookVersion == work.rules().version())
        input.sentTo = state.sentTo;
    return input;
}

// The rulebook that runs beside the live one decides what goes into the journal, and nothing comes of it.
void decideBeside(Work& work, const ConversationState& state, const Decision& decision, const Cause& cause)
{
    Shadow& shadow = work.memory.shadow;
    if (!shadow.isRunning() || state.row.origin != Origin::Live || !state.row.offerable)
        return;
    DecisionInput input = inputFor(work, state);
    addQueueValues(input.floor, work, shadow.rules(), decision.at);
    const bool onlyTimePassed = cause.kind == Cause::Kind::TimePassed || cause.kind == Cause::Kind::RulesChanged;
    shadow.decide({state, work.rules(), decision, shadow.rules().engine().close(input, decision.at), onlyTimePassed});
}

bool doesTheSame(const Decision& decision, const std::optional<Decision>& last)
{
    return last && decision.policy == last->policy && decision.byException == last->byException
        && decision.actions == last->actions && decision.tier == last->tier
        && decision.stoppedTransfer == last->stoppedTransfer && decision.requiredSkills == last->requiredSkills
        && decision.responseTarget == last->responseTarget;
}

bool firesAnew(const Decision& decision, const std::optional<Decision>& last)
{
    return !last || decision.policy != last->policy || decision.byException != last->byException
        || decision.actions != last->actions;
}

}

Values liveValues(Work& work, const ConversationState& state)
{
    const Conversation& row = state.row;
    const Instant at = work.momentFor(row);
    Values values;
    values["conversation.channel"] = std::string(nameOf(row.channel));
    values["conversation.origin"] = std::string(nameOf(row.origin));
    values["conversation.messages"] = static_cast<double>(state.visitorMessages);
    values["conversation.minutes"] = secondsBetween(row.openedAt, at) / 60.0;
    if (row.waitingSince)
        values["conversation.waiting_seconds"] = secondsBetween(*row.waitingSince, at);
    if (!state.visitorText.empty())
        values["message.text"] = state.visitorText;
    addQueueValues(values, work, work.rules(), at);
    return values;
}

Values closedValues(Work& work, const ConversationState& state, Instant at)
{
    return work.rules().engine().close(inputFor(work, state), at);
}

void observeSignals(Work& work, const ConversationId& id, const std::vector<std::string>& changedAttributes)
{
    if (work.rules().rulebook().signals.empty())
        return;
    const ConversationState& state = work.conversation(id);
    const Instant at = work.momentFor(state.row);
    const Values values = closedValues(work, state, at);
    for (const SignalId& signal : work.rules().engine().observe(values, changedAttributes, at))
        work.emit(SignalObserved{id, signal}, at);
}

void decideAndCarryOut(Work& work, const ConversationId& id, const Cause& cause)
{
    const ConversationState& state = work.conversation(id);
    if (state.row.closedAt || work.fault)
        return;
    const Instant at = work.momentFor(state.row);
    const Decision decision = work.rules().engine().decide(inputFor(work, state), at);
    work.memory.consideredAt[id] = work.now;
    const bool anew = firesAnew(decision, state.decision);
    if (cause.kind == Cause::Kind::VisitorWrote || !doesTheSame(decision, state.decision)) {
        decideBeside(work, state, decision, cause);
        work.emit(DecisionMade{decision}, at);
    }
    carryOut(work, id, decision, cause, anew);
    keepDeadlineInStep(work, id);
    soundAlerts(work, id, decision.snapshot);
}

}
