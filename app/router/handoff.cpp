#include "app/router/handoff.h"

#include "app/router/ai_words.h"
#include "app/router/offers.h"
#include "app/router/owing.h"
#include "routing/assignment/open_queue.h"

#include <algorithm>

namespace signalbox {
namespace {

bool someoneOnline(const Floor& floor, const QueueId& queue)
{
    return std::ranges::any_of(floor.agents(), [&](const auto& entry) {
        const std::vector<QueueId>& queues = entry.second.agent.queues;
        return entry.second.presence == Presence::Online
            && (queues.empty() || std::ranges::find(queues, queue) != queues.end());
    });
}

std::string colleagueIn(const Rules& rules, const QueueId& queue)
{
    const bool onlyOne = rules.rulebook().queues.size() == 1;
    return onlyOne ? "a colleague" : "a colleague in " + rules.queueName(queue);
}

void tellVisitor(Work& work, const ConversationId& id, const WaitingPlace& destination)
{
    const Queue* queue = work.rules().queue(destination.queue);
    const bool open = queue && isOpen(*queue, work.rules().engine().openIntervals(), work.now);
    Message message;
    message.author = Author::Ai;
    message.authorName = words::aiName;
    if (!open || !someoneOnline(work.floor, destination.queue))
        message.text = words::nobodyThere();
    else if (!destination.agent.empty())
        message.text = words::passingOn(work.floor.agentName(destination.agent));
    else
        message.text = words::passingOn(colleagueIn(work.rules(), destination.queue));
    work.say(id, std::move(message));
}

}

QueueId openQueue(const Rules& rules, const QueueId& wanted, Instant at)
{
    return openQueue(rules.rulebook(), rules.engine().openIntervals(), wanted, at);
}

void changeOwner(Work& work, OwnerChanged change, Instant at)
{
    const ConversationId id = change.conversation;
    const Conversation& row = work.conversation(id).row;
    if (row.held)
        work.emit(HoldEnded{id, change.reason}, at);
    if (const AgentId raised = row.handRaisedBy; !raised.empty())
        work.emit(HandRaised{id, raised, false, {}}, at);
    if (std::ranges::find(row.invited, change.to.agent) != row.invited.end())
        work.emit(InvitedLeft{id, change.to.agent}, at);
    work.emit(std::move(change), at);
}

void moveToQueue(Work& work, const ConversationId& id, const WaitingPlace& destination, const std::string& reason)
{
    const Owner& owner = work.conversation(id).row.owner;
    if (owner.kind != OwnerKind::Queue || owner.queue != destination.queue)
        waitIn(work, id, destination, reason);
}

void waitIn(Work& work, const ConversationId& id, const WaitingPlace& destination, const std::string& reason)
{
    const Conversation& row = work.conversation(id).row;
    const Owner from = row.owner;
    if (const Offer* offer = work.floor.offerFor(id))
        endOffer(work, Offer(*offer), OfferOutcome::Withdrawn, "The conversation moved to another queue");
    const Instant at = work.momentFor(row);
    const Instant since = row.waitingSince.value_or(at);
    std::optional<Instant> answerBy;
    if (const auto within = answerWithin(work.rules(), work.conversation(id)))
        answerBy = since + *within;
    changeOwner(work, {id, from, {OwnerKind::Queue, destination.queue, {}}, reason, since, answerBy}, at);
    if (from.kind == OwnerKind::Ai && row.origin != Origin::Imported)
        tellVisitor(work, id, destination);
}

void giveToAgent(Work& work, const ConversationId& id, const AgentId& agent, const std::string& reason)
{
    const Conversation& row = work.conversation(id).row;
    const QueueId queue = row.owner.queue.empty() ? work.rules().firstQueue().id : row.owner.queue;
    std::optional<Instant> since = row.waitingSince;
    std::optional<Instant> answerBy = row.answerBy;
    if (!since && row.lastAuthor == Author::Visitor) {
        since = work.now;   // taken from the AI before it answered
        if (const auto within = answerWithin(work.rules(), work.conversation(id)))
            answerBy = work.now + *within;
    }
    const Owner from = row.owner;
    changeOwner(work, {id, from, {OwnerKind::Agent, queue, agent}, reason, since, answerBy}, work.now);
    work.emit(
        ContextChanged{id,
                       {ContextChange{"conversation.last_agent", Value(agent.value), "router", std::nullopt},
                        ContextChange{"conversation.previous_queue", Value(queue.value), "router", std::nullopt}}});
    if (row.origin == Origin::Imported)
        return;
    Message joined;
    joined.author = Author::System;
    joined.authorName = words::systemName;
    joined.text = words::joined(work.floor.agentName(agent));
    work.say(id, std::move(joined));
}

}
