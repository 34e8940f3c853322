#include "app/router/desk.h"

#include "app/router/ai_words.h"
#include "app/router/check_text.h"
#include "app/router/contacts_desk.h"
#include "app/router/handling.h"
#include "app/router/handoff.h"
#include "app/router/known_messages.h"
#include "app/router/offers.h"
#include "app/router/rights.h"
#include "app/router/settings_desk.h"

namespace signalbox {
namespace {

constexpr std::size_t mostMessageBytes = 16 * 1024;
constexpr std::size_t mostNoteBytes = 16 * 1024;
constexpr std::size_t mostOutcomeBytes = 200;

// Why an offer cannot be taken any more, kindly.
std::string whatBecameOf(Work& work, const OfferId& id, const AgentId& agent)
{
    const auto conversation = openConversation(work, conversationOf(id));
    if (!conversation)
        return conversation.error().message;
    const Conversation& row = (*conversation)->row;
    if (row.owner.kind == OwnerKind::Agent && row.owner.agent == agent)
        return "You have this conversation already.";
    if (row.owner.kind == OwnerKind::Agent)
        return "This offer went to " + work.floor.agentName(row.owner.agent) + ".";
    if (!row.offeredTo.empty() && row.offeredTo != agent)
        return "This offer lapsed and was passed on to " + work.floor.agentName(row.offeredTo) + ".";
    return "This offer has lapsed.";
}

// The offer while it stands for this agent.
Result<Offer> standingOffer(Work& work, const OfferId& id, const AgentId& agent)
{
    const auto out = work.floor.offersOut().find(id);
    if (out == work.floor.offersOut().end())
        return failure(whatBecameOf(work, id, agent), id.value);
    if (out->second.agent != agent)
        return failure("This offer is for " + work.floor.agentName(out->second.agent) + ".", id.value);
    return out->second;
}

class Desk {
public:
    explicit Desk(Work& work) : m_work(work) { }

    Result<void> operator()(const SetPresence& command)
    {
        const auto agent = knownAgent(m_work.floor, command.agent);
        if (!agent)
            return tl::unexpected(agent.error());
        if ((*agent)->presence == command.presence)
            return {};
        m_work.emit(PresenceChanged{command.agent, command.presence});
        afterPresenceChange(m_work, command.agent);
        return {};
    }

    Result<void> operator()(const AcceptOffer& command)
    {
        if (const auto agent = knownAgent(m_work.floor, command.agent); !agent)
            return tl::unexpected(agent.error());
        const auto offer = standingOffer(m_work, command.offer, command.agent);
        if (!offer)
            return tl::unexpected(offer.error());
        if (offer->lapsesAt <= m_work.now) {
            endOffer(m_work, *offer, OfferOutcome::Lapsed, "Nobody accepted it in time");
            return failure("This offer has lapsed.", command.offer.value);
        }
        endOffer(m_work, *offer, OfferOutcome::Accepted, {});
        giveToAgent(m_work, offer->conversation, command.agent, "Accepted an offer");
        return {};
    }

    Result<void> operator()(const DeclineOffer& command)
    {
        const auto offer = standingOffer(m_work, command.offer, command.agent);
        if (!offer)
            return tl::unexpected(offer.error());
        if (!command.reason.empty())
            if (auto fit = checkText(command.reason, mostOutcomeBytes, "The reason"); !fit)
                return fit;
        endOffer(m_work, *offer, OfferOutcome::Declined, command.reason);
        return {};
    }

    Result<void> operator()(const TakeConversation& command)
    {
        if (const auto agent = knownAgent(m_work.floor, command.agent); !agent)
            return tl::unexpected(agent.error());
        const auto state = openConversation(m_work, command.conversation);
        if (!state)
            return tl::unexpected(state.error());
        const Owner& owner = (*state)->row.owner;
        if (owner.kind == OwnerKind::Agent && owner.agent == command.agent)
            return {};
        if (owner.kind == OwnerKind::Agent)
            return failure(m_work.floor.agentName(owner.agent) + " has this conversation.", command.conversation.value);
        withdrawOffer(command.conversation, "Taken by " + m_work.floor.agentName(command.agent));
        giveToAgent(m_work, command.conversation, command.agent, "Taken by hand");
        return {};
    }

    Result<void> operator()(const SendReply& command)
    {
        const auto state = openConversation(m_work, command.conversation);
        if (!state)
            return tl::unexpected(state.error());
        const Owner owner = (*state)->row.owner;
        if (owner.kind != OwnerKind::Agent)
            return failure("Take the conversation first: nobody has it yet.", command.conversation.value);
        if (owner.agent != command.agent)
            return failure(m_work.floor.agentName(owner.agent) + " has this conversation; only they can reply.",
                           command.conversation.value);
        if (auto said = write(command.conversation, command.agent, command.message, command.text, false); !said)
            return said;
        if (m_work.conversation(command.conversation).row.waitingSince)
            m_work.emit(AnswerOwed{command.conversation, std::nullopt, std::nullopt});
        return {};
    }

    Result<void> operator()(const AddNote& command)
    {
        if (const auto agent = knownAgent(m_work.floor, command.agent); !agent)
            return tl::unexpected(agent.error());
        if (const auto state = openConversation(m_work, command.conversation); !state)
            return tl::unexpected(state.error());
        return write(command.conversation, command.agent, command.message, command.text, true);
    }

    Result<void> operator()(const AgentTyping& command)
    {
        const ConversationState* state = m_work.floor.find(command.conversation);
        if (state && state->row.owner.kind == OwnerKind::Agent && state->row.owner.agent == command.agent)
            m_work.agentsTyping.push_back(command.conversation);
        return {};
    }

    Result<void> operator()(const TransferConversation& command)
    {
        const auto state = openConversation(m_work, command.conversation);
        if (!state)
            return tl::unexpected(state.error());
        if (auto right = mayActOn(m_work.floor, (*state)->row, command.by); !right)
            return right;
        if (!m_work.rules().queue(command.queue))
            return failure("There is no queue \"" + command.queue.value + "\" in the live rulebook.",
                           command.queue.value);
        if (!command.note.empty())
            if (auto said = write(command.conversation, command.by, {}, command.note, true); !said)
                return said;
        m_work.emit(
            ContextChanged{command.conversation,
                           {ContextChange{std::string(placedByHandAttribute), Value(true), "agent", std::nullopt}}});
        moveToQueue(m_work, command.conversation, {command.queue, {}},
                    "Passed on by " + m_work.floor.agentName(command.by));
        return {};
    }

    Result<void> operator()(const CloseConversation& command)
    {
        const auto state = openConversation(m_work, command.conversation);
        if (!state)
            return tl::unexpected(state.error());
        if (auto right = mayActOn(m_work.floor, (*state)->row, command.by); !right)
            return right;
        if (!command.outcome.empty())
            if (auto fit = checkText(command.outcome, mostOutcomeBytes, "The outcome"); !fit)
                return fit;
        withdrawOffer(command.conversation, "The conversation was closed");
        m_work.emit(ConversationClosed{command.conversation, command.by, command.outcome, command.value});
        return {};
    }

    template <class SettingsCommand>
    Result<void> operator()(const SettingsCommand& command)
    {
        return change(m_work, command);
    }

private:
    void withdrawOffer(const ConversationId& id, const std::string& reason)
    {
        if (const Offer* offer = m_work.floor.offerFor(id))
            endOffer(m_work, Offer(*offer), OfferOutcome::Withdrawn, reason);
    }

    // Adds what an agent wrote; the same message again adds nothing.
    Result<void> write(const ConversationId& id, const AgentId& agent, const MessageId& messageId,
                       const std::string& text, bool internal)
    {
        if (auto fit
            = checkText(text, internal ? mostNoteBytes : mostMessageBytes, internal ? "The note" : "The message");
            !fit)
            return fit;
        if (!messageId.empty()) {
            if (auto fit = checkMessageId(messageId); !fit)
                return fit;
            if (findMessage(m_work, messageId, m_work.conversation(id).row.visitor))
                return {};
        }
        Message message;
        message.id = messageId;
        message.author = Author::Agent;
        message.agent = agent;
        message.authorName = m_work.floor.agentName(agent);
        message.text = text;
        message.internalNote = internal;
        message.at = m_work.now;
        m_work.say(id, std::move(message));
        return {};
    }

    Work& m_work;
};

}

Result<void> perform(Work& work, const Command& command) { return std::visit(Desk(work), command.what); }

}
