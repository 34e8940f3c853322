#include "app/router/moves.h"

#include "app/router/ai_words.h"
#include "app/router/handoff.h"
#include "app/router/offers.h"
#include "app/router/rights.h"
#include "app/router/writing.h"

#include <algorithm>

namespace signalbox {
namespace {

bool isLead(const Floor& floor, const AgentId& id)
{
    const AgentState* known = floor.agent(id);
    return known && known->agent.role != Role::Agent;
}

ContextChange by(std::string_view attribute, std::optional<Value> value)
{
    return {std::string(attribute), std::move(value), "agent", std::nullopt};
}

class Transfer {
public:
    Transfer(Work& work, const TransferConversation& command)
        : m_work(work), m_command(command), m_before(work.conversation(command.conversation).row.owner)
    {
    }

    // Where it is to go is there, and is another place than where it is.
    Result<void> check() const
    {
        const int targets = int(!m_command.queue.empty()) + int(!m_command.agent.empty()) + int(!m_command.team.empty())
            + int(m_command.toAi);
        if (targets != 1)
            return failure("Choose one: a queue, an agent, a team or the AI.", m_command.conversation.value);
        if (!m_command.queue.empty() && !m_work.rules().queue(m_command.queue))
            return failure("There is no queue \"" + m_command.queue.value + "\" in the live rulebook.",
                           m_command.queue.value);
        if (!m_command.agent.empty())
            return checkAgent();
        if (!m_command.team.empty() && !someoneIsIn(m_command.team))
            return failure("There is nobody in team \"" + m_command.team + "\".", m_command.team);
        if (m_command.toAi && m_before.kind == OwnerKind::Ai)
            return failure("The AI has this conversation already.", m_command.conversation.value);
        return {};
    }

    void carryOut()
    {
        if (!m_command.queue.empty())
            toQueue();
        else if (!m_command.agent.empty())
            toAgent();
        else if (!m_command.team.empty())
            toTeam();
        else
            toAi();
        tellWhoHadIt();
    }

private:
    const ConversationId& id() const { return m_command.conversation; }
    std::string who() const { return m_work.floor.agentName(m_command.by); }

    Result<void> checkAgent() const
    {
        const auto agent = knownAgent(m_work.floor, m_command.agent);
        if (!agent)
            return tl::unexpected(agent.error());
        if (m_before.kind == OwnerKind::Agent && m_before.agent == m_command.agent)
            return failure((*agent)->agent.name + " has this conversation already.", m_command.agent.value);
        const Conversation& row = m_work.conversation(id()).row;
        const bool waits = row.waitingSince || (row.lastAuthor == Author::Visitor && !row.held);
        if ((*agent)->presence == Presence::Offline && waits)
            return failure((*agent)->agent.name
                               + " is offline and the visitor waits. Choose a queue, or somebody who is here.",
                           m_command.agent.value);
        return {};
    }

    bool someoneIsIn(const std::string& team) const
    {
        return std::ranges::any_of(m_work.floor.agents(),
                                   [&](const auto& entry) { return entry.second.agent.team == team; });
    }

    // Decisions leave it there, and only the team that a person named is asked, if one did.
    void placeByHand(const std::string& team)
    {
        std::vector<ContextChange> changes{by(placedByHandAttribute, Value(true))};
        if (!team.empty())
            changes.push_back(by(wantedTeamAttribute, Value(team)));
        else if (m_work.conversation(id()).context.find(wantedTeamAttribute))
            changes.push_back(by(wantedTeamAttribute, std::nullopt));
        if (m_command.toAi && m_work.conversation(id()).context.find("ai.asked_for_person"))
            changes.push_back(by("ai.asked_for_person", std::nullopt));   // or the AI would pass it on at once
        m_work.emit(ContextChanged{id(), std::move(changes)});
        m_work.memory.assignmentDue = true;
    }

    void toQueue()
    {
        placeByHand({});
        moveToQueue(m_work, id(), {m_command.queue, {}}, "Passed on by " + who());
    }

    void toAgent()
    {
        placeByHand({});
        withdrawOffer(m_work, id(), "Passed on by " + who());
        giveToAgent(m_work, id(), m_command.agent, "Passed on by " + who());
        if (const Presence presence = m_work.floor.agent(m_command.agent)->presence; presence != Presence::Online)
            noteBySystem(m_work, id(), words::passedOnToAbsent(m_work.floor.agentName(m_command.agent), presence));
    }

    // It waits in the queue it has or came from.
    void toTeam()
    {
        placeByHand(m_command.team);
        const auto& queues = m_work.rules().rulebook().queues;
        const auto ofTeam = std::ranges::find(queues, m_command.team, &Queue::team);
        QueueId queue = m_before.queue;
        if (queue.empty())
            queue = ofTeam == queues.end() ? m_work.rules().firstQueue().id : ofTeam->id;
        waitIn(m_work, id(), {queue, {}}, "Passed on to team " + m_command.team + " by " + who());
    }

    void toAi()
    {
        placeByHand({});
        withdrawOffer(m_work, id(), "Passed on by " + who());
        changeOwner(m_work, {id(), m_before, {OwnerKind::Ai, {}, {}}, "Given back to the AI by " + who(), {}, {}},
                    m_work.now);
        const bool imported = m_work.conversation(id()).row.origin == Origin::Imported;
        if (!imported) {
            Message told;
            told.author = Author::System;
            told.authorName = words::systemName;
            told.text = words::withTheAiAgain();
            m_work.say(id(), std::move(told));
        }
    }

    void tellWhoHadIt()
    {
        if (m_before.kind == OwnerKind::Agent && m_before.agent != m_command.by && m_work.floor.agent(m_before.agent))
            noteBySystem(m_work, id(), words::movedByLead(who(), m_work.floor.agentName(m_before.agent)),
                         {m_before.agent});
    }

    Work& m_work;
    const TransferConversation& m_command;
    const Owner m_before;
};

}

void withdrawOffer(Work& work, const ConversationId& id, const std::string& reason)
{
    if (const Offer* offer = work.floor.offerFor(id))
        endOffer(work, Offer(*offer), OfferOutcome::Withdrawn, reason);
}

Result<void> change(Work& work, const TakeConversation& command)
{
    if (const auto agent = knownAgent(work.floor, command.agent); !agent)
        return tl::unexpected(agent.error());
    const auto state = openConversation(work, command.conversation);
    if (!state)
        return tl::unexpected(state.error());
    const Owner before = (*state)->row.owner;
    if (before.kind == OwnerKind::Agent && before.agent == command.agent)
        return {};
    const std::string name = work.floor.agentName(command.agent);
    const bool fromColleague = before.kind == OwnerKind::Agent;
    if (fromColleague && !command.fromColleague)
        return failure(work.floor.agentName(before.agent) + " has this conversation.", command.conversation.value);
    if (fromColleague && !isLead(work.floor, command.agent))
        return failure(work.floor.agentName(before.agent)
                           + " has this conversation. Only a lead or a supervisor may take it over.",
                       command.conversation.value);
    withdrawOffer(work, command.conversation, "Taken by " + name);
    if ((*state)->context.find(wantedTeamAttribute))
        work.emit(ContextChanged{command.conversation, {by(wantedTeamAttribute, std::nullopt)}});
    giveToAgent(work, command.conversation, command.agent, fromColleague ? "Taken over by " + name : "Taken by hand");
    if (fromColleague)
        noteBySystem(work, command.conversation, words::movedByLead(name, work.floor.agentName(before.agent)),
                     {before.agent});
    return {};
}

Result<void> change(Work& work, const TransferConversation& command)
{
    const auto state = openConversation(work, command.conversation);
    if (!state)
        return tl::unexpected(state.error());
    if (auto right = mayActOn(work.floor, (*state)->row, command.by); !right)
        return right;
    Transfer transfer(work, command);
    if (auto possible = transfer.check(); !possible)
        return possible;
    if (!command.note.empty()) {
        Writing note{command.conversation, command.by, {}, command.note, true};
        if (!command.agent.empty())
            note.mentions = {command.agent};
        if (auto written = write(work, std::move(note)); !written)
            return written;
    }
    transfer.carryOut();
    return {};
}

}
