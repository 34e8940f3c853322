#include "app/router/floor.h"

#include "model/domain/names.h"
#include "model/journal/events_json.h"

#include <algorithm>
#include <charconv>

namespace signalbox {
namespace {

std::int64_t numberOf(const ConversationId& id)
{
    std::int64_t number = 0;
    std::from_chars(id.value.data(), id.value.data() + id.value.size(), number);
    return number;
}

void become(AgentState& agent, const PresenceChanged& changed, Instant at)
{
    if (agent.presence == Presence::Offline)
        agent.idleSince = at;
    agent.presence = changed.presence;
    agent.presenceState = changed.state;
    agent.presenceUntil = changed.until;
    agent.presenceReason = changed.reason;
    agent.presenceSince = at;
    agent.missedOffers = 0;
}

template <class Items, class Item>
std::shared_ptr<const Items> replacing(const Items& items, const Item& item)
{
    auto changed = std::make_shared<Items>(items);
    const auto known = std::ranges::find(*changed, item.id, &Item::id);
    if (known == changed->end())
        changed->push_back(item);
    else
        *known = item;
    return changed;
}

}

void Floor::load(std::vector<Conversation> rows, std::vector<AgentState> agents, const std::vector<Offer>& offers,
                 const std::vector<Alert>& alerts, Settings settings, std::int64_t highestNumber)
{
    std::unordered_map<ConversationId, std::vector<Alert>> alertsOf;
    for (const Alert& alert : alerts)
        alertsOf[alert.conversation].push_back(alert);
    for (Conversation& row : rows) {
        ConversationState state;
        state.known = false;
        state.row = std::move(row);
        if (const auto open = alertsOf.find(state.row.id); open != alertsOf.end())
            state.alerts = std::move(open->second);
        index(state);
        const ConversationId id = state.row.id;
        m_conversations.insert_or_assign(id, std::move(state));
    }
    for (AgentState& agent : agents) {
        const AgentId id = agent.agent.id;
        m_agents.insert_or_assign(id, std::move(agent));
    }
    for (const Offer& offer : offers)
        m_offersOut.insert_or_assign(offer.id, offer);
    m_settings = std::move(settings);
    m_highestNumber = highestNumber;
}

void Floor::learn(const ConversationId& id, const std::vector<Event>& events)
{
    ConversationState state;
    for (const Event& event : events)
        project(state, event);
    const auto known = m_conversations.find(id);
    if (known != m_conversations.end())
        unindex(known->second);
    ConversationState& here = known == m_conversations.end() ? touch(id) : known->second;
    here = std::move(state);
    index(here);
}

void Floor::beginBatch() { m_before = Before{{}, m_agents, m_offersOut, m_settings, m_highestNumber}; }

void Floor::keepBatch()
{
    for (const auto& [id, before] : m_before.conversations)
        if (const auto known = m_conversations.find(id); known != m_conversations.end() && known->second.row.closedAt)
            m_conversations.erase(known);
    m_before = {};
}

void Floor::undoBatch()
{
    for (auto& [id, before] : m_before.conversations) {
        const auto known = m_conversations.find(id);
        unindex(known->second);
        if (before)
            known->second = std::move(*before);
        else
            m_conversations.erase(known);
    }
    for (const auto& [id, before] : m_before.conversations)
        if (const ConversationState* state = find(id))
            index(*state);
    m_agents = std::move(m_before.agents);
    m_offersOut = std::move(m_before.offersOut);
    m_settings = std::move(m_before.settings);
    m_highestNumber = m_before.highestNumber;
    m_before = {};
}

ConversationState& Floor::touch(const ConversationId& id)
{
    const auto [known, added] = m_conversations.try_emplace(id);
    if (!m_before.conversations.contains(id))
        m_before.conversations.emplace(id, added ? std::nullopt : std::optional(known->second));
    return known->second;
}

void Floor::apply(const Event& event)
{
    if (const ConversationId id = conversationOf(event.payload); !id.empty())
        applyToConversation(id, event);
    applyToAgents(event);
    applyToSettings(event.payload);
}

void Floor::applyToConversation(const ConversationId& id, const Event& event)
{
    m_highestNumber = std::max(m_highestNumber, numberOf(id));
    ConversationState& state = touch(id);
    unindex(state);
    project(state, event);
    index(state);
    if (const OfferMade* made = std::get_if<OfferMade>(&event.payload))
        m_offersOut.insert_or_assign(made->offer.id, made->offer);
    else if (const OfferEnded* ended = std::get_if<OfferEnded>(&event.payload))
        m_offersOut.erase(ended->offer);
}

void Floor::applyToAgents(const Event& event)
{
    if (const AgentSaved* saved = std::get_if<AgentSaved>(&event.payload)) {
        const auto [known, added]
            = m_agents.try_emplace(saved->agent.id, AgentState{{}, {}, event.at, {}, {}, {}, event.at});
        known->second.agent = saved->agent;
    } else if (const AgentRemoved* removed = std::get_if<AgentRemoved>(&event.payload)) {
        m_agents.erase(removed->agent);
    } else if (const PresenceChanged* changed = std::get_if<PresenceChanged>(&event.payload)) {
        const auto known = m_agents.find(changed->agent);
        if (known == m_agents.end())
            return;
        become(known->second, *changed, event.at);
    } else if (const OfferEnded* ended = std::get_if<OfferEnded>(&event.payload)) {
        const auto known = m_agents.find(ended->agent);
        if (known != m_agents.end() && ended->outcome != OfferOutcome::Withdrawn)
            known->second.missedOffers = ended->outcome == OfferOutcome::Lapsed ? known->second.missedOffers + 1 : 0;
    } else if (const OwnerChanged* owner = std::get_if<OwnerChanged>(&event.payload)) {
        if (const auto known = m_agents.find(owner->to.agent); known != m_agents.end())
            known->second.idleSince = event.at;
    }
}

void Floor::applyToSettings(const EventPayload& payload)
{
    if (const FaqSaved* saved = std::get_if<FaqSaved>(&payload)) {
        m_settings.faq = replacing(*m_settings.faq, saved->entry);
    } else if (const FaqRemoved* removed = std::get_if<FaqRemoved>(&payload)) {
        auto entries = std::make_shared<std::vector<FaqEntry>>(*m_settings.faq);
        std::erase_if(*entries, [&](const FaqEntry& entry) { return entry.id == removed->entry; });
        m_settings.faq = std::move(entries);
    } else if (const ProfileSaved* profile = std::get_if<ProfileSaved>(&payload)) {
        m_settings.profile = std::make_shared<const CompanyProfile>(profile->profile);
    } else if (const WebsiteChannelSaved* website = std::get_if<WebsiteChannelSaved>(&payload)) {
        m_settings.website = std::make_shared<const WebsiteChannel>(website->channel);
    } else if (const DeskSettingsSaved* desk = std::get_if<DeskSettingsSaved>(&payload)) {
        m_settings.desk = std::make_shared<const DeskSettings>(desk->settings);
    } else if (const PracticeSwitched* practice = std::get_if<PracticeSwitched>(&payload)) {
        m_settings.practiceOn = practice->on;
    }
}

void Floor::index(const ConversationState& state)
{
    const Conversation& row = state.row;
    if (row.closedAt || row.id.empty())
        return;
    m_openFor.insert_or_assign({row.visitor, row.channel}, row.id);
    if (row.owner.kind == OwnerKind::Queue && row.offerable)
        m_waiting.insert(row.id);
    if (!std::ranges::all_of(state.alerts, [](const Alert& alert) { return alert.endedAt.has_value(); }))
        m_alerting.insert(row.id);
    if (row.owner.kind == OwnerKind::Agent)
        m_ownedBy[row.owner.agent].insert(row.id);
}

void Floor::unindex(const ConversationState& state)
{
    const Conversation& row = state.row;
    if (const auto open = m_openFor.find({row.visitor, row.channel}); open != m_openFor.end() && open->second == row.id)
        m_openFor.erase(open);
    m_waiting.erase(row.id);
    m_alerting.erase(row.id);
    if (row.owner.kind == OwnerKind::Agent)
        m_ownedBy[row.owner.agent].erase(row.id);
}

const ConversationState* Floor::find(const ConversationId& id) const
{
    const auto known = m_conversations.find(id);
    return known == m_conversations.end() ? nullptr : &known->second;
}

std::optional<ConversationId> Floor::openFor(const VisitorId& visitor, Channel channel) const
{
    const auto known = m_openFor.find({visitor, channel});
    return known == m_openFor.end() ? std::nullopt : std::optional(known->second);
}

const std::set<ConversationId>& Floor::ownedBy(const AgentId& agent) const
{
    static const std::set<ConversationId> none;
    const auto known = m_ownedBy.find(agent);
    return known == m_ownedBy.end() ? none : known->second;
}

const AgentState* Floor::agent(const AgentId& id) const
{
    const auto known = m_agents.find(id);
    return known == m_agents.end() ? nullptr : &known->second;
}

std::string Floor::agentName(const AgentId& id) const
{
    const AgentState* known = agent(id);
    return known ? known->agent.name : id.value;
}

double Floor::placesFor(const Agent& agent, Channel channel)
{
    const auto weight = agent.channelWeights.find(std::string(nameOf(channel)));
    return weight == agent.channelWeights.end() ? 1.0 : weight->second;
}

double Floor::placesUsed(const AgentId& id) const
{
    const AgentState* known = agent(id);
    if (!known)
        return 0;
    double places = 0;
    for (const ConversationId& conversation : ownedBy(id))
        if (const Conversation& row = m_conversations.at(conversation).row; !row.held)
            places += placesFor(known->agent, row.channel);
    if (const Offer* offer = offerTo(id))
        if (const ConversationState* offered = find(offer->conversation))
            places += placesFor(known->agent, offered->row.channel);
    return places;
}

const Offer* Floor::offerTo(const AgentId& agent) const
{
    for (const auto& [id, offer] : m_offersOut)
        if (offer.agent == agent)
            return &offer;
    return nullptr;
}

const Offer* Floor::offerFor(const ConversationId& conversation) const
{
    for (const auto& [id, offer] : m_offersOut)
        if (offer.conversation == conversation)
            return &offer;
    return nullptr;
}

ConversationId Floor::nextConversationId() const { return {std::to_string(m_highestNumber + 1)}; }

}
