#include "app/router/alerts.h"

#include "app/router/alert_owner.h"
#include "app/router/deciding.h"
#include "routing/alerts/margins.h"

#include <algorithm>
#include <utility>

namespace signalbox {
namespace {

const AlertTrigger* triggerOf(const Work& work, const AlertId& alert)
{
    const std::vector<AlertTrigger>& triggers = work.rules().rulebook().alerts;
    const auto found = std::ranges::find(triggers, alert, &AlertTrigger::id);
    return found == triggers.end() ? nullptr : &*found;
}

bool isOn(const ConversationState& state, const AlertId& trigger)
{
    return std::ranges::any_of(
        state.alerts, [&](const Alert& alert) { return alert.trigger == trigger && !alert.endedAt; });
}

// With no cooldown it is raised once for each conversation.
bool mayBeRaised(const ConversationState& state, const AlertId& trigger, seconds cooldown, Instant at)
{
    return std::ranges::none_of(state.alerts, [&](const Alert& alert) {
        return alert.trigger == trigger && (!alert.endedAt || cooldown == seconds{0} || at < *alert.endedAt + cooldown);
    });
}

// Why its owner is not told of it.
HeldBack heldBack(const Work& work, const ConversationState& state, const AlertTrigger& trigger, const AgentId& owner)
{
    if (!state.row.offerable)
        return HeldBack::History;
    if (std::ranges::any_of(trigger.silencedBy, [&](const AlertId& other) { return isOn(state, other); }))
        return HeldBack::Silenced;
    if (!trigger.quiet.empty() && isOpen(work.rules().engine().openIntervals(), trigger.quiet, work.now))
        return HeldBack::Quiet;
    const Notices& notices = work.memory.notices;
    if (trigger.group.count() > 0 && notices.toldOf(trigger.id, owner, work.now - trigger.group))
        return HeldBack::Grouped;
    if (trigger.budgetPerHour > 0 && notices.toldSince(owner, work.now - noticesKept) >= trigger.budgetPerHour)
        return HeldBack::Budget;
    return HeldBack::No;
}

// What is simulated stays in the console.
std::vector<AlertWay> waysFor(const Conversation& row, const AlertTrigger& trigger)
{
    std::vector<AlertWay> ways = trigger.ways;
    if (row.origin != Origin::Live)
        std::erase_if(ways, [](AlertWay way) { return way != AlertWay::Desktop; });
    return ways;
}

void raise(Work& work, const ConversationState& state, const AlertTrigger& trigger, const Values& values,
           const PolicyId& policy)
{
    const Conversation& row = state.row;
    const AlertOwner owner = alertOwner(work, state, trigger.notify);
    AlertRaised raised;
    raised.conversation = row.id;
    raised.alert = trigger.id;
    raised.text = (trigger.name.empty() ? trigger.id.value : trigger.name) + ": " + row.visitorName + ", conversation #"
        + row.id.value + ".";
    raised.owner = owner.agent;
    raised.ownerReason = owner.reason;
    raised.heldBack = heldBack(work, state, trigger, owner.agent);
    raised.ways = waysFor(row, trigger);
    raised.rulebookVersion = work.rules().version();
    raised.tier = row.tier;
    raised.tierRank = row.tierRank;
    if (const auto measure = measureOf(trigger, channelOf(values))) {
        raised.measure = measure->attribute;
        if (const auto value = values.find(measure->attribute); value != values.end())
            if (const auto* number = std::get_if<double>(&value->second))
                raised.score = *number;
    }
    raised.policy = policy;
    work.emit(raised, work.momentFor(row));
    work.memory.notices.add(work.conversation(raised.conversation).alerts.back());
}

void endThoseThatNoLongerHold(Work& work, const ConversationId& id, const Values& values)
{
    const ConversationState& state = work.conversation(id);
    std::vector<std::pair<std::int64_t, std::string>> over;
    std::optional<std::vector<const AlertTrigger*>> staying;
    for (const Alert& alert : state.alerts) {
        if (alert.endedAt || !alert.policy.empty())
            continue;
        if (!staying)
            staying = work.rules().engine().alertsThatStay(values, work.momentFor(state.row));
        if (!triggerOf(work, alert.trigger))
            over.emplace_back(alert.number, "The rulebook has this trigger no longer");
        else if (std::ranges::find(*staying, alert.trigger, &AlertTrigger::id) == staying->end())
            over.emplace_back(alert.number, "Its condition no longer holds");
    }
    for (auto& [number, reason] : over)
        work.emit(AlertEnded{id, number, {}, std::move(reason)}, work.momentFor(work.conversation(id).row));
}

// Whether the condition has held for as long as the trigger asks. Called for every one that holds.
bool hasHeldLongEnough(Work& work, const ConversationId& id, const AlertTrigger& trigger, Instant at)
{
    if (trigger.hold == seconds{0})
        return true;
    const auto [since, began] = work.memory.alertsHeld.try_emplace({id, trigger.id}, at);
    return at >= since->second + trigger.hold;
}

void forgetThoseNotHeld(Work& work, const ConversationId& id, const std::vector<const AlertTrigger*>& held)
{
    auto& waiting = work.memory.alertsHeld;
    for (auto each = waiting.lower_bound({id, {}}); each != waiting.end() && each->first.first == id;)
        each = std::ranges::find(held, each->first.second, &AlertTrigger::id) == held.end() ? waiting.erase(each)
                                                                                            : std::next(each);
}

// Where a condition had to hold until now, it is looked whether it still does.
void lookAgainWhereHeld(Work& work)
{
    std::set<ConversationId> due;
    for (const auto& [held, since] : work.memory.alertsHeld)
        if (const AlertTrigger* trigger = triggerOf(work, held.second); trigger && since + trigger->hold <= work.now)
            due.insert(held.first);
    for (const ConversationId& id : due) {
        const ConversationState* state = work.floor.find(id);
        if (state && !state->row.closedAt)
            soundAlerts(work, id, closedValues(work, work.conversation(id), work.now));
        else
            std::erase_if(work.memory.alertsHeld, [&](const auto& each) { return each.first.first == id; });
    }
}

void passOn(Work& work, const ConversationState& state, const Alert& alert, const AlertTrigger& trigger)
{
    const AlertOwner to = alertOwner(work, state, trigger.escalateTo.empty() ? trigger.notify : trigger.escalateTo);
    const std::string why = "nobody acknowledged it in time" + (to.reason.empty() ? "" : "; " + to.reason);
    work.emit(AlertHandedOn{alert.conversation, alert.number, {}, to.agent, why});
}

bool isDueToBePassedOn(const Alert& alert, const AlertTrigger& trigger, Instant now)
{
    return trigger.escalateAfter.count() > 0 && !alert.escalated && !alert.acknowledgedAt && !alert.snoozedUntil
        && alert.heldBack == HeldBack::No && alert.at + trigger.escalateAfter <= now;
}

}

void soundAlert(Work& work, const ConversationId& id, const AlertId& alert, const Values& values, const PolicyId& policy)
{
    const ConversationState& state = work.conversation(id);
    const AlertTrigger* known = triggerOf(work, alert);
    const AlertTrigger trigger = known ? *known : AlertTrigger{alert, {}, {}, {}, {}, {}};
    if (mayBeRaised(state, alert, trigger.cooldown, work.momentFor(state.row)))
        raise(work, state, trigger, values, policy);
}

void soundAlerts(Work& work, const ConversationId& id, const Values& values)
{
    const ConversationState& state = work.conversation(id);
    if (work.rules().rulebook().alerts.empty() && state.alerts.empty())
        return;
    const Instant at = work.momentFor(state.row);
    endThoseThatNoLongerHold(work, id, values);
    const std::vector<const AlertTrigger*> held = work.rules().alertsThatHold(values, at);
    forgetThoseNotHeld(work, id, held);
    for (const AlertTrigger* trigger : held)
        if (mayBeRaised(state, trigger->id, trigger->cooldown, at) && hasHeldLongEnough(work, id, *trigger, at)) {
            work.memory.alertsHeld.erase({id, trigger->id});
            raise(work, state, *trigger, values, {});
        }
}

void watchAlerts(Work& work)
{
    lookAgainWhereHeld(work);
    const std::set<ConversationId> alerting = work.floor.alerting();
    for (const ConversationId& id : alerting) {
        const std::vector<Alert> alerts = work.floor.find(id)->alerts;
        for (const Alert& alert : alerts) {
            const AlertTrigger* trigger = triggerOf(work, alert.trigger);
            if (alert.endedAt)
                continue;
            if (alert.snoozedUntil && *alert.snoozedUntil <= work.now)
                work.emit(AlertSnoozed{id, alert.number, {}, std::nullopt});
            else if (trigger && isDueToBePassedOn(alert, *trigger, work.now))
                passOn(work, work.conversation(id), alert, *trigger);
        }
    }
}

}
