#include "model/storage/handling_projector.h"

#include "model/storage/conversation_rows.h"

#include <algorithm>

namespace signalbox::storage {
namespace {

void expectOne(Integer rows, const ConversationId& conversation)
{
    if (rows != 1)
        throw Refusal("Conversation " + conversation.value + " is not there.");
}

}

void HandlingProjector::project(const ConversationReopened& reopened, const Event&)
{
    Change<Text, Text, Text, Integer> reopen(
        m_session,
        "UPDATE conversation SET closed_at = NULL, outcome = '', outcome_value = NULL, owner_kind = :kind, "
        "owner_queue = :queue, owner_agent = :agent WHERE id = :id AND closed_at IS NOT NULL");
    if (reopen.run(reopened.to.kind, reopened.to.queue, reopened.to.agent, numberOf(reopened.conversation)) != 1)
        throw Refusal("Conversation " + reopened.conversation.value + " is not there or is not closed.");
}

void HandlingProjector::project(const ConversationHeld& held, const Event&)
{
    Change<Integer, Integer> hold(m_session,
                                  "UPDATE conversation SET held = 1, held_until = :until, waiting_since = NULL, "
                                  "answer_by = NULL WHERE id = :id");
    expectOne(hold.run(held.until, numberOf(held.conversation)), held.conversation);
}

void HandlingProjector::project(const HoldEnded& ended, const Event&)
{
    Change<Integer> end(m_session, "UPDATE conversation SET held = 0, held_until = NULL WHERE id = :id");
    expectOne(end.run(numberOf(ended.conversation)), ended.conversation);
}

std::vector<AgentId> HandlingProjector::invitedTo(const ConversationId& conversation)
{
    Rows<Text> rows(m_session, "SELECT invited FROM conversation WHERE id = :id", numberOf(conversation));
    if (!rows.next())
        throw Refusal("Conversation " + conversation.value + " is not there.");
    return jsonIn<std::vector<AgentId>>(rows.get<0>());
}

void HandlingProjector::setInvited(const ConversationId& conversation, const std::vector<AgentId>& invited)
{
    Change<Text, Integer>(m_session, "UPDATE conversation SET invited = :invited WHERE id = :id")
        .run(toJsonText(invited), numberOf(conversation));
}

void HandlingProjector::project(const AgentInvited& invited, const Event&)
{
    std::vector<AgentId> all = invitedTo(invited.conversation);
    if (std::ranges::find(all, invited.agent) == all.end())
        all.push_back(invited.agent);
    setInvited(invited.conversation, all);
}

void HandlingProjector::project(const InvitedLeft& left, const Event&)
{
    std::vector<AgentId> all = invitedTo(left.conversation);
    std::erase(all, left.agent);
    setInvited(left.conversation, all);
}

void HandlingProjector::project(const HandRaised& raised, const Event&)
{
    Change<Text, Text, Integer> raise(
        m_session, "UPDATE conversation SET hand_raised_by = :agent, hand_note = :note WHERE id = :id");
    expectOne(raise.run(raised.up ? raised.agent : AgentId{}, raised.up ? raised.note : std::string(),
                        numberOf(raised.conversation)),
              raised.conversation);
}

void HandlingProjector::project(const ConversationCorrected& corrected, const Event& event)
{
    const Integer number = numberOf(corrected.conversation);
    Change<Integer, Integer, Text, Text, Text, Text, Text, Integer>(
        m_session,
        "INSERT INTO correction (sequence, conversation, subject, before, after, reason, corrected_by, at) "
        "VALUES (:sequence, :conversation, :subject, :before, :after, :reason, :by, :at)")
        .run(event.sequence, number, corrected.subject, corrected.before, corrected.after, corrected.reason,
             corrected.by, event.at);
    if (corrected.subject == "tier") {
        Change<Text, Integer, Integer, Integer> setTier(
            m_session,
            "UPDATE conversation SET tier = :tier, tier_rank = :rank, tier_by_hand = 1, "
            "top_at = coalesce(top_at, :top_at) WHERE id = :id");
        const bool top = corrected.tierRank == 0;
        expectOne(setTier.run(corrected.after, corrected.tierRank, top ? std::optional(event.at) : std::nullopt, number),
                  corrected.conversation);
    }
}

void HandlingProjector::project(const MessagesReached& reached, const Event&)
{
    Change<Integer, Integer, Integer> reach(m_session,
                                            "UPDATE conversation SET delivered_up_to = max(delivered_up_to, :delivered), "
                                            "read_up_to = max(read_up_to, :read) WHERE id = :id");
    expectOne(reach.run(reached.delivered, reached.read, numberOf(reached.conversation)), reached.conversation);
}

void HandlingProjector::project(const FollowUpEnded& ended, const Event& event)
{
    Change<Integer, Integer, Integer, Integer> end(m_session,
                                                   "UPDATE follow_up SET ended_at = :at, done = :done "
                                                   "WHERE conversation = :id AND due = :due AND ended_at IS NULL");
    if (end.run(event.at, ended.done, numberOf(ended.conversation), toMicroseconds(ended.due)) == 0)
        throw Refusal("This follow-up of conversation " + ended.conversation.value + " is not there any more.");
}

}
