#include "app/router/actions.h"

#include "app/router/ai_path.h"
#include "app/router/ai_words.h"
#include "app/router/alerts.h"
#include "app/router/follow_ups.h"
#include "app/router/handoff.h"

#include <algorithm>

namespace signalbox {
namespace {

std::string attributeText(const Context& context, const std::string& attribute)
{
    const ContextEntry* entry = context.find(attribute);
    const std::string* text = entry ? std::get_if<std::string>(&entry->value) : nullptr;
    return text ? *text : std::string();
}

class Carrier {
public:
    Carrier(Work& work, const ConversationId& id, const Decision& decision, const Cause& cause, bool anew)
        : m_work(work), m_id(id), m_decision(decision), m_cause(cause), m_anew(anew)
    {
    }

    void run()
    {
        for (const Action& action : m_decision.actions)
            std::visit(*this, action);
        if (!m_ownerChosen && !m_spoke)
            (*this)(AnswerWithAi{});
        leaveClosedQueue();
    }

    void operator()(const AnswerWithAi& action)
    {
        m_ownerChosen = true;
        if (state().row.owner.kind == OwnerKind::Ai)
            answerOrHandOff(m_work, m_id, action, m_cause, title());
    }
    void operator()(const KeepWithAi&)
    {
        m_ownerChosen = true;
        if (state().row.owner.kind == OwnerKind::Ai)
            answerAndKeep(m_work, m_id, m_cause);
    }
    void operator()(const TransferToQueue& action)
    {
        if (m_decision.stoppedTransfer) {
            m_ownerChosen = true;
            return;
        }
        const ConversationState& now = state();
        const std::string queue
            = action.queue.attribute.empty() ? action.queue.id : attributeText(now.context, action.queue.attribute);
        toQueue({queue}, {}, title());
    }
    void operator()(const TransferToAgent& action)
    {
        toAgent(
            {action.agent.attribute.empty() ? action.agent.id : attributeText(state().context, action.agent.attribute)},
            action.fallbackQueue);
    }
    void operator()(const TransferToLastAgent& action)
    {
        toAgent({attributeText(state().context, "conversation.last_agent")}, action.fallbackQueue);
    }
    void operator()(const SendMessage& action)
    {
        if (!m_anew || state().row.owner.kind == OwnerKind::Agent || state().row.origin == Origin::Imported)
            return;
        Message message;
        message.author = Author::Ai;
        message.authorName = words::aiName;
        message.text = words::fillIn(action.text, closedValues(m_work, state(), m_work.now));
        if (message.text.empty())
            return;
        m_work.say(m_id, std::move(message));
        m_spoke = true;
    }
    void operator()(const AddTag& action)
    {
        StringSet tags = state().row.tags;
        if (std::ranges::find(tags, action.tag) != tags.end())
            return;
        tags.push_back(action.tag);
        m_work.emit(ContextChanged{m_id,
                                   {ContextChange{"conversation.tags", Value(makeStringSet(std::move(tags))), "router",
                                                  std::nullopt}}},
                    at());
    }
    void operator()(const RaiseAlert& action)
    {
        if (m_anew)
            soundAlert(m_work, m_id, action.alert, m_decision.snapshot, m_decision.policy.value_or(PolicyId{}));
    }
    void operator()(const FollowUp& action)
    {
        if (m_anew)
            m_work.emit(FollowUpSet{m_id,
                                    freeMoment(state(), at() + action.after),
                                    action.owner,
                                    action.note,
                                    m_decision.policy.value_or(PolicyId{}),
                                    {}},
                        at());
    }
    void operator()(const CallWebhook& action)
    {
        if (!m_anew)
            return;
        Message note;
        note.author = Author::System;
        note.authorName = words::systemName;
        note.internalNote = true;
        note.text = words::webhookNotSetUp(action.webhook);
        m_work.say(m_id, std::move(note));
    }
    // Part of the decision itself: the tier, the skills asked for and the response target are read from there.
    void operator()(const SetTier&) { }
    void operator()(const RequireSkill&) { }
    void operator()(const SetResponseTarget&) { }

private:
    const ConversationState& state() const { return m_work.conversation(m_id); }
    Instant at() const { return m_work.momentFor(state().row); }
    std::string title() const
    {
        return m_decision.policy ? m_work.rules().policyTitle(*m_decision.policy) : "No policy fired";
    }

    bool mayMove() const
    {
        const OwnerKind owner = state().row.owner.kind;
        return owner == OwnerKind::Ai || (owner == OwnerKind::Queue && !placedByHand(state()));
    }

    // A person gave it back to the AI, which keeps it as long as it knows what to say.
    bool givenBackToAi() const { return state().row.owner.kind == OwnerKind::Ai && placedByHand(state()); }

    void toQueue(const QueueId& queue, const AgentId& agent, const std::string& reason)
    {
        m_ownerChosen = true;
        if (givenBackToAi())
            answerOrHandOff(m_work, m_id, {AnswerWithAi{}.minScore, queue}, m_cause, reason);
        else if (mayMove())
            moveToQueue(m_work, m_id, {openQueue(m_work.rules(), queue, at()), agent}, reason);
    }

    void toAgent(const AgentId& agent, const QueueId& fallback)
    {
        const AgentState* known = m_work.floor.agent(agent);
        if (!known)
            toQueue(fallback, {}, title() + ": the agent it names is not known");
        else if (known->presence == Presence::Online)
            toQueue(fallback, agent, title() + ": for " + known->agent.name);
        else
            toQueue(fallback, {}, title() + ": " + known->agent.name + " is not online");
    }

    // The AI chose the queue where it waits, so no transfer looks whether that queue is still there and open.
    void leaveClosedQueue()
    {
        const Owner owner = state().row.owner;
        if (owner.kind != OwnerKind::Queue || placedByHand(state()))
            return;
        const QueueId open = openQueue(m_work.rules(), owner.queue, at());
        moveToQueue(m_work, m_id, {open, {}}, m_work.rules().queueName(owner.queue) + " is closed");
    }

    Work& m_work;
    const ConversationId& m_id;
    const Decision& m_decision;
    const Cause& m_cause;
    const bool m_anew;
    bool m_ownerChosen = false;
    bool m_spoke = false;
};

}

void carryOut(Work& work, const ConversationId& id, const Decision& decision, const Cause& cause, bool anew)
{
    Carrier(work, id, decision, cause, anew).run();
}

}
