#include "app/router/offers.h"

#include "app/router/handoff.h"
#include "app/router/presence.h"
#include "routing/assignment/assignment.h"

#include <algorithm>

namespace signalbox {
namespace {

std::string textIn(const Context& context, std::string_view attribute)
{
    const ContextEntry* entry = context.find(attribute);
    const std::string* text = entry ? std::get_if<std::string>(&entry->value) : nullptr;
    return text ? *text : std::string();
}

// The agent a decision wants, as long as there is a point in waiting for them: online, with room, and not unwilling.
AgentId wantedAgent(const Floor& floor, const ConversationState& state)
{
    if (!state.decision)
        return {};
    AgentId wanted;
    for (const Action& action : state.decision->actions) {
        if (const TransferToAgent* transfer = std::get_if<TransferToAgent>(&action))
            wanted = {transfer->agent.attribute.empty() ? transfer->agent.id
                                                        : textIn(state.context, transfer->agent.attribute)};
        else if (std::holds_alternative<TransferToLastAgent>(action))
            wanted = {textIn(state.context, "conversation.last_agent")};
    }
    const AgentState* agent = floor.agent(wanted);
    const bool willing = std::ranges::find(state.letGo, wanted, &LetGo::agent) == state.letGo.end();
    const Offer* out = floor.offerTo(wanted);
    const bool isOfferedIt = out && out->conversation == state.row.id;   // then it takes their place already
    const bool able = agent && agent->presence == Presence::Online
        && (isOfferedIt
            || floor.placesUsed(wanted) + Floor::placesFor(agent->agent, state.row.channel) <= agent->agent.capacity);
    return able && willing ? wanted : AgentId{};
}

AgentOnFloor onFloor(const Floor& floor, const AgentState& state)
{
    AgentOnFloor agent;
    agent.agent = state.agent;
    agent.presence = state.presence;
    agent.presenceSince = state.presenceSince;
    agent.placesUsed = floor.placesUsed(state.agent.id);
    agent.idleSince = state.idleSince;
    agent.hasOffer = floor.offerTo(state.agent.id) != nullptr;
    return agent;
}

std::vector<AgentOnFloor> agentsOnFloor(const Floor& floor)
{
    std::vector<AgentOnFloor> agents;
    for (const auto& [id, state] : floor.agents())
        agents.push_back(onFloor(floor, state));
    return agents;
}

WaitingConversation waitingFrom(const Floor& floor, const ConversationState& state)
{
    const Conversation& row = state.row;
    WaitingConversation waiting;
    waiting.id = row.id;
    waiting.queue = row.owner.queue;
    waiting.channel = row.channel;
    waiting.origin = row.origin;
    waiting.tierRank = row.tierRank;
    waiting.waitingSince = row.waitingSince.value_or(row.lastMessageAt);
    if (state.decision)
        waiting.requiredSkills = state.decision->requiredSkills;
    waiting.onlyTeam = textIn(state.context, wantedTeamAttribute);
    if (waiting.onlyTeam.empty())   // where a person chose a team, a policy's agent does not matter any more
        waiting.onlyAgent = wantedAgent(floor, state);
    waiting.letGo = state.letGo;
    waiting.language = textIn(state.context, "visitor.language");
    waiting.territory = textIn(state.context, "crm.territory");
    waiting.productLine = textIn(state.context, "crm.product_line");
    waiting.dealSize = row.dealSize;
    for (const char* const own : {"conversation.last_agent", "crm.owner"})
        if (const std::string agent = textIn(state.context, own); !agent.empty())
            waiting.ownAgents.push_back({agent});
    return waiting;
}

// Why this offer could not be made any more: what the agent is, or what the conversation asks for, changed since.
std::string whyItNoLongerFits(Work& work, const Offer& offer)
{
    const AgentState* state = work.floor.agent(offer.agent);
    if (!state)
        return {};   // who is removed has their offer withdrawn there
    const WaitingConversation conversation = waitingFrom(work.floor, work.conversation(offer.conversation));
    AgentOnFloor agent = onFloor(work.floor, *state);
    agent.hasOffer = false;
    agent.placesUsed -= Floor::placesFor(agent.agent, conversation.channel);
    const Rules& rules = work.rules();
    const std::vector<std::string> inTheWay
        = obstaclesFor(conversation, agent, rules.rulebook(), rules.engine().openIntervals(), work.now);
    return inTheWay.empty() ? std::string() : state->agent.name + ": " + inTheWay.front();
}

void withdrawWhatNoLongerFits(Work& work)
{
    std::vector<std::pair<Offer, std::string>> unfit;
    for (const auto& [id, offer] : work.floor.offersOut())
        if (std::string why = whyItNoLongerFits(work, offer); !why.empty())
            unfit.emplace_back(offer, std::move(why));
    for (auto& [offer, why] : unfit)
        endOffer(work, offer, OfferOutcome::Withdrawn, std::move(why));
}

bool someoneCanTake(const std::vector<AgentOnFloor>& agents)
{
    return std::ranges::any_of(agents, [](const AgentOnFloor& agent) {
        return agent.presence == Presence::Online && !agent.hasOffer && agent.placesUsed < agent.agent.capacity;
    });
}

}

ConversationId conversationOf(const OfferId& offer) { return {offer.value.substr(0, offer.value.find('-'))}; }

void endOffer(Work& work, const Offer& offer, OfferOutcome outcome, std::string reason)
{
    work.emit(OfferEnded{offer.id, offer.conversation, offer.agent, outcome, std::move(reason)});
    if (outcome == OfferOutcome::Lapsed)
        awayAfterMissedOffers(work, offer.agent);
}

void lapseOffers(Work& work)
{
    std::vector<Offer> lapsed;
    for (const auto& [id, offer] : work.floor.offersOut())
        if (offer.lapsesAt <= work.now)
            lapsed.push_back(offer);
    for (const Offer& offer : lapsed)
        endOffer(work, offer, OfferOutcome::Lapsed, "Nobody accepted it in time");
}

void makeOffers(Work& work)
{
    work.memory.assignmentDue = false;
    withdrawWhatNoLongerFits(work);
    const std::vector<AgentOnFloor> agents = agentsOnFloor(work.floor);
    if (work.floor.waiting().empty() || !someoneCanTake(agents))
        return;
    std::vector<WaitingConversation> waiting;
    const std::set<ConversationId> ids = work.floor.waiting();
    for (const ConversationId& id : ids)
        if (const ConversationState& state = work.conversation(id); state.row.offeredTo.empty())
            waiting.push_back(waitingFrom(work.floor, state));
    const Rules& rules = work.rules();
    AssignmentRound round = assignTogether(waiting, agents, rules.rulebook(), rules.engine().openIntervals(), work.now);
    for (Assignment& made : round.assignments) {
        Offer offer;
        offer.id = {made.conversation.value + "-" + std::to_string(work.nextSequence())};
        offer.conversation = made.conversation;
        offer.agent = made.agent;
        offer.madeAt = work.now;
        offer.lapsesAt = work.now + made.offerFor;
        offer.candidates = std::move(made.candidates);
        if (isBetterThanInTurn(round.sum))
            offer.round = round.sum;
        work.emit(OfferMade{std::move(offer)});
    }
    work.memory.assignmentDue = false;   // what was offered just now changes nothing for the others
}

void giveBack(Work& work, const AgentId& agent, bool onlyOwed, const std::string& reason)
{
    const std::set<ConversationId> owned = work.floor.ownedBy(agent);
    for (const ConversationId& id : owned) {
        const Conversation& row = work.conversation(id).row;
        if (onlyOwed && !row.waitingSince)
            continue;
        const QueueId queue = row.owner.queue;
        moveToQueue(work, id, {openQueue(work.rules(), queue, work.now), {}}, reason);
    }
}

void afterPresenceChange(Work& work, const AgentId& agent)
{
    const AgentState* state = work.floor.agent(agent);
    if (!state || state->presence == Presence::Online)
        return;
    const bool offline = state->presence == Presence::Offline;
    const std::string reason = state->agent.name + (offline ? " went offline" : " is away");
    if (const Offer* offer = work.floor.offerTo(agent))
        endOffer(work, Offer(*offer), OfferOutcome::Withdrawn, reason);
    if (offline)
        giveBack(work, agent, true, reason);
}

}
