#include "app/router/desk.h"

#include "app/router/alerts.h"
#include "app/router/check_text.h"
#include "app/router/closing.h"
#include "app/router/contacts_desk.h"
#include "app/router/corrections.h"
#include "app/router/follow_ups.h"
#include "app/router/handling.h"
#include "app/router/handoff.h"
#include "app/router/labels.h"
#include "app/router/looking.h"
#include "app/router/moves.h"
#include "app/router/offers.h"
#include "app/router/presence.h"
#include "app/router/rights.h"
#include "app/router/settings_desk.h"
#include "app/router/writing.h"

namespace signalbox {
namespace {

constexpr std::size_t mostDecliningBytes = 200;

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
        if (auto fit = checkOptionalText(command.reason, mostDecliningBytes, "The reason"); !fit)
            return fit;
        endOffer(m_work, *offer, OfferOutcome::Declined, command.reason);
        return {};
    }

    Result<void> operator()(const SendReply& command)
    {
        const auto state = openConversation(m_work, command.conversation);
        if (!state)
            return tl::unexpected(state.error());
        const Conversation& row = (*state)->row;
        if (row.owner.kind != OwnerKind::Agent)
            return failure("Take the conversation first: nobody has it yet.", command.conversation.value);
        if (!mayReply(row, command.agent))
            return failure(m_work.floor.agentName(row.owner.agent) + " has this conversation; only they can reply.",
                           command.conversation.value);
        if (auto said = write(
                m_work, {command.conversation, command.agent, command.message, command.text, false, {}, command.files});
            !said)
            return said;
        typesNoMore(m_work, command.agent);
        if (row.waitingSince)
            m_work.emit(AnswerOwed{command.conversation, std::nullopt, std::nullopt});
        return {};
    }

    Result<void> operator()(const AddNote& command)
    {
        if (const auto agent = knownAgent(m_work.floor, command.agent); !agent)
            return tl::unexpected(agent.error());
        if (const auto state = openConversation(m_work, command.conversation); !state)
            return tl::unexpected(state.error());
        typesNoMore(m_work, command.agent);
        return write(m_work,
                     {command.conversation, command.agent, command.message, command.text, true, command.mentions, {}});
    }

    template <class Other>
    Result<void> operator()(const Other& command)
    {
        return change(m_work, command);
    }

private:
    Work& m_work;
};

}

Result<void> perform(Work& work, const Command& command) { return std::visit(Desk(work), command.what); }

}
