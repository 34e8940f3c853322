#include "app/router/publish.h"

#include "model/journal/events_json.h"

#include <algorithm>
#include <unordered_map>

namespace signalbox {
namespace {

constexpr seconds typingShows{6};

AgentOnScreen onScreen(const Floor& floor, const AgentState& state)
{
    return {state.agent,         state.presence,      state.presenceSince, floor.placesUsed(state.agent.id),
            state.presenceState, state.presenceUntil, state.presenceReason};
}

// Gathers the change set, event by event.
class Gatherer {
public:
    explicit Gatherer(const Work& work) : m_work(work), m_settings(work.floor.settings()) { }

    ChangeSet gather()
    {
        for (const Event& event : m_work.events) {
            m_at = event.at;
            m_sequence = event.sequence;
            if (const ConversationId id = conversationOf(event.payload); !id.empty())
                m_conversations.insert(id);
            std::visit(*this, event.payload);
        }
        for (const ConversationId& id : m_conversations)
            if (const ConversationState* state = m_work.floor.find(id))
                m_changes.conversations.push_back(state->row);
        for (const AgentId& id : m_agents)
            if (const AgentState* state = m_work.floor.agent(id))
                m_changes.agents.push_back(onScreen(m_work.floor, *state));
        for (const ConversationId& id : m_work.visitorsTyping)
            m_changes.visitorTyping.emplace_back(id, m_work.now + typingShows);
        if (m_work.lookingChanged)
            m_changes.looking = m_work.memory.looking;
        m_changes.followUps.insert(m_changes.followUps.end(), m_work.followUpsTold.begin(), m_work.followUpsTold.end());
        return std::move(m_changes);
    }

    void operator()(const MessageAdded& event)
    {
        m_changes.messages.emplace_back(event.conversation, event.message);
        ++m_changes.messagesCommitted;
    }
    void operator()(const ContextChanged& event)
    {
        for (const ContextChange& change : event.changes)
            m_changes.context.emplace_back(event.conversation, change);
    }
    void operator()(const DecisionMade& event) { m_changes.decisions.push_back(event.decision); }
    void operator()(const OwnerChanged& event)
    {
        m_agents.insert(event.from.agent);
        m_agents.insert(event.to.agent);
    }
    void operator()(const OfferMade& event)
    {
        m_agents.insert(event.offer.agent);
        m_offers.insert_or_assign(event.offer.id, event.offer);
        m_changes.offersMade.push_back(event.offer);
    }
    void operator()(const OfferEnded& event)
    {
        m_agents.insert(event.agent);
        const auto made = m_offers.find(event.offer);
        m_changes.offersEnded.emplace_back(
            made == m_offers.end() ? Offer{event.offer, event.conversation, event.agent, {}, {}, {}, {}} : made->second,
            event.outcome);
        std::erase_if(m_changes.offersMade, [&](const Offer& offer) { return offer.id == event.offer; });
    }
    void operator()(const ConversationClosed& event)
    {
        m_agents.insert(event.by);
        for (const auto& [id, state] : m_work.floor.agents())   // whoever had it has room now
            m_agents.insert(id);
        if (const ConversationState* state = m_work.floor.find(event.conversation))
            for (const Alert& alert : state->alerts)
                if (alert.endedAt == m_at)
                    m_changes.alerts.push_back(alert);
    }
    void operator()(const AlertRaised& event) { alertChanged(event.conversation, m_sequence); }
    void operator()(const AlertAcknowledged& event) { alertChanged(event.conversation, event.alert); }
    void operator()(const AlertSnoozed& event) { alertChanged(event.conversation, event.alert); }
    void operator()(const AlertHandedOn& event) { alertChanged(event.conversation, event.alert); }
    void operator()(const AlertEnded& event) { alertChanged(event.conversation, event.alert); }
    void operator()(const LabelGiven& event)
    {
        m_changes.labels.push_back(event.label);
        m_changes.labels.back().at = m_at;
    }
    void operator()(const FollowUpSet& event)
    {
        m_changes.followUps.push_back({event.conversation, event.due, visitorOf(event.conversation), event.owner,
                                       event.note, false, std::nullopt, false});
    }
    void operator()(const ConversationReopened& event) { m_agents.insert(event.to.agent); }
    void operator()(const ConversationHeld& event) { ownersPlacesChange(event.conversation); }
    void operator()(const HoldEnded& event) { ownersPlacesChange(event.conversation); }
    void operator()(const ConversationCorrected& event)
    {
        m_changes.corrections.emplace_back(
            event.conversation, Correction{event.subject, event.before, event.after, event.reason, event.by, m_at});
    }
    void operator()(const ContactErased& event) { m_changes.erased = event.conversations; }
    void operator()(const DeskSettingsSaved&) { m_changes.deskSettings = *m_settings.desk; }
    void operator()(const PresenceChanged& event) { m_agents.insert(event.agent); }
    void operator()(const AgentSaved& event) { m_agents.insert(event.agent.id); }
    void operator()(const AgentRemoved& event) { m_changes.removedAgents.push_back(event.agent); }
    void operator()(const RulebookPublished&) { m_changes.rulebook = m_settings.rules->onScreen(); }
    void operator()(const FaqSaved&) { m_changes.faq = *m_settings.faq; }
    void operator()(const FaqRemoved&) { m_changes.faq = *m_settings.faq; }
    void operator()(const ProfileSaved&) { m_changes.profile = *m_settings.profile; }
    void operator()(const WebsiteChannelSaved&) { m_changes.website = *m_settings.website; }
    void operator()(const PracticeSwitched&) { m_changes.practiceOn = m_settings.practiceOn; }
    template <class OnlyInTheRow>
    void operator()(const OnlyInTheRow&)
    {
    }

private:
    void ownersPlacesChange(const ConversationId& id)
    {
        if (const ConversationState* state = m_work.floor.find(id))
            m_agents.insert(state->row.owner.agent);
    }
    // As the whole batch left it, once.
    void alertChanged(const ConversationId& id, std::int64_t number)
    {
        const ConversationState* state = m_work.floor.find(id);
        if (!state || std::ranges::find(m_changes.alerts, number, &Alert::number) != m_changes.alerts.end())
            return;
        if (const auto alert = std::ranges::find(state->alerts, number, &Alert::number); alert != state->alerts.end())
            m_changes.alerts.push_back(*alert);
    }
    std::string visitorOf(const ConversationId& id) const
    {
        const ConversationState* state = m_work.floor.find(id);
        return state ? state->row.visitorName : std::string();
    }

    const Work& m_work;
    const Settings& m_settings;
    ChangeSet m_changes;
    Instant m_at{};
    std::int64_t m_sequence = 0;
    std::set<ConversationId> m_conversations;
    std::set<AgentId> m_agents;
    std::map<OfferId, Offer> m_offers;
};

}

ChangeSet changesOf(const Work& work) { return Gatherer(work).gather(); }

std::vector<VisitorUpdate> visitorUpdatesOf(const Work& work)
{
    std::vector<VisitorUpdate> updates;
    std::unordered_map<ConversationId, std::size_t> places;
    const auto updateFor = [&](const ConversationId& id) -> VisitorUpdate& {
        const auto [place, added] = places.try_emplace(id, updates.size());
        if (added) {
            const Conversation& row = work.floor.find(id)->row;
            VisitorUpdate update;
            update.visitor = row.visitor;
            update.channel = row.channel;
            update.conversation = id;
            updates.push_back(std::move(update));
        }
        return updates[place->second];
    };
    for (const Event& event : work.events) {
        if (const MessageAdded* added = std::get_if<MessageAdded>(&event.payload)) {
            if (!added->message.internalNote)
                updateFor(added->conversation).messages.push_back(added->message);
        } else if (const OwnerChanged* changed = std::get_if<OwnerChanged>(&event.payload)) {
            VisitorUpdate& update = updateFor(changed->conversation);
            update.owner = changed->to.kind;
            update.ownerName = changed->to.kind == OwnerKind::Agent ? work.floor.agentName(changed->to.agent) : "";
        } else if (const ConversationReopened* reopened = std::get_if<ConversationReopened>(&event.payload)) {
            VisitorUpdate& update = updateFor(reopened->conversation);
            update.closed = false;
            update.owner = reopened->to.kind;
            update.ownerName = reopened->to.kind == OwnerKind::Agent ? work.floor.agentName(reopened->to.agent) : "";
        } else if (const ConversationClosed* closed = std::get_if<ConversationClosed>(&event.payload)) {
            VisitorUpdate& update = updateFor(closed->conversation);
            update.closed = true;
            update.owner = OwnerKind::Nobody;
            update.ownerName.clear();
        }
    }
    for (const ConversationId& id : work.agentsTyping)
        if (work.floor.find(id))
            updateFor(id).agentTyping = true;
    return updates;
}

ChangeSet everythingOn(const Floor& floor)
{
    ChangeSet everything;
    everything.conversations.reserve(floor.conversations().size());
    for (const auto& [id, state] : floor.conversations())
        everything.conversations.push_back(state.row);
    for (const auto& [id, state] : floor.agents())
        everything.agents.push_back(onScreen(floor, state));
    for (const auto& [id, offer] : floor.offersOut())
        everything.offersMade.push_back(offer);
    for (const ConversationId& id : floor.alerting())
        std::ranges::copy_if(floor.find(id)->alerts, std::back_inserter(everything.alerts),
                             [](const Alert& alert) { return !alert.endedAt; });
    std::ranges::sort(everything.alerts, {}, &Alert::number);
    const Settings& settings = floor.settings();
    everything.rulebook = settings.rules->onScreen();
    everything.faq = *settings.faq;
    everything.profile = *settings.profile;
    everything.website = *settings.website;
    everything.practiceOn = settings.practiceOn;
    everything.deskSettings = *settings.desk;
    return everything;
}

}
