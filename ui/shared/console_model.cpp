#include "ui/shared/console_model.h"

#include "routing/rulebook/rulebook.h"
#include "routing/rulebook/rulebook_json.h"
#include "ui/shared/format_text.h"

#include <algorithm>
#include <iterator>

namespace signalbox {

namespace {

constexpr size_t alertsKept = 1000;

}

ConsoleModel::ConsoleModel(ConsolePort& port, Session& session, QObject* parent)
    : QObject(parent), m_port(port), m_session(session), m_rulebook(std::make_unique<Rulebook>())
{
    connect(&port, &ConsolePort::changed, this, [this](const ChangeSet& changes) { apply(changes); });
}

ConsoleModel::~ConsoleModel() = default;

void ConsoleModel::apply(const ChangeSet& changes)
{
    m_loaded = true;
    applyConversations(changes);
    applyAgents(changes);
    applyOffers(changes);
    applyAlerts(changes);
    applyFollowUps(changes);
    applyWorkspace(changes);
    const auto alertsBefore = m_alerts.size();
    for (const ConversationId& id : changes.erased)
        forget(id);
    m_messagesCommitted += changes.messagesCommitted;
    Q_EMIT changed(changes);
    if (!changes.alerts.empty() || m_alerts.size() != alertsBefore)
        Q_EMIT alertsChanged();
}

void ConsoleModel::applyConversations(const ChangeSet& changes)
{
    for (const Conversation& conversation : changes.conversations) {
        if (conversation.closedAt) {
            m_conversations.erase(conversation.id);
            m_typing.erase(conversation.id);
        } else {
            m_conversations.insert_or_assign(conversation.id, conversation);
        }
    }
    for (const auto& [id, until] : changes.visitorTyping)
        m_typing.insert_or_assign(id, until);
    for (const auto& [id, message] : changes.messages)
        if (message.author == Author::Visitor)
            m_typing.erase(id);
}

void ConsoleModel::applyAlerts(const ChangeSet& changes)
{
    for (const Alert& alert : changes.alerts) {
        std::erase_if(m_alerts, [&](const Alert& known) { return known.number == alert.number; });
        if (!alert.endedAt || alert.trigger.value == reminderAlert)
            m_alerts.push_back(alert);
    }
    std::ranges::sort(m_alerts, {}, &Alert::number);
    if (m_alerts.size() > alertsKept)
        m_alerts.erase(m_alerts.begin(), m_alerts.end() - ptrdiff_t(alertsKept));
}

void ConsoleModel::applyAgents(const ChangeSet& changes)
{
    for (const AgentOnScreen& agent : changes.agents)
        m_agents.insert_or_assign(agent.agent.id, agent);
    for (const AgentId& id : changes.removedAgents)
        m_agents.erase(id);
    const AgentOnScreen* me = agent(m_session.agent);
    if (me && (text(me->agent.name) != m_session.name || me->agent.role != m_session.role)) {
        m_session.name = text(me->agent.name);
        m_session.role = me->agent.role;
        Q_EMIT sessionChanged();
    }
}

void ConsoleModel::applyOffers(const ChangeSet& changes)
{
    for (const Offer& offer : changes.offersMade)
        m_offers.insert_or_assign(offer.conversation, offer);
    for (const auto& [offer, outcome] : changes.offersEnded) {
        const auto out = m_offers.find(offer.conversation);
        if (out != m_offers.end() && out->second.id == offer.id)
            m_offers.erase(out);
    }
}

void ConsoleModel::applyFollowUps(const ChangeSet& changes)
{
    if (changes.followUps.empty())
        return;
    for (const FollowUpOnScreen& changed : changes.followUps) {
        std::erase_if(m_followUps, [&](const FollowUpOnScreen& known) {
            return known.conversation == changed.conversation && known.due == changed.due;
        });
        if (!changed.endedAt)
            m_followUps.push_back(changed);
    }
    std::ranges::stable_sort(m_followUps, {}, &FollowUpOnScreen::due);
}

void ConsoleModel::forget(const ConversationId& id)
{
    m_conversations.erase(id);
    m_typing.erase(id);
    m_offers.erase(id);
    const auto isOfIt = [&](const auto& kept) { return kept.conversation == id; };
    std::erase_if(m_alerts, isOfIt);
    std::erase_if(m_followUps, isOfIt);
    std::erase_if(m_looking, isOfIt);
}

void ConsoleModel::applyWorkspace(const ChangeSet& changes)
{
    if (changes.rulebook) {
        m_rulebookOnScreen = *changes.rulebook;
        readRules();
    }
    if (changes.faq)
        m_faq = *changes.faq;
    if (changes.profile)
        m_profile = *changes.profile;
    if (changes.website)
        m_website = *changes.website;
    if (changes.practiceOn)
        m_practiceOn = *changes.practiceOn;
    if (changes.shadow)
        m_shadow = *changes.shadow;
    if (changes.deskSettings)
        m_deskSettings = *changes.deskSettings;
    if (changes.looking)
        m_looking = *changes.looking;
}

void ConsoleModel::readRules()
{
    auto read = readRulebook(m_rulebookOnScreen.document);
    m_rulebookTrouble.clear();
    if (read)
        *m_rulebook = std::move(*read);
    else if (!read.error().empty())
        m_rulebookTrouble = text(toText(read.error().front()));
}

const Conversation* ConsoleModel::conversation(const ConversationId& id) const
{
    const auto found = m_conversations.find(id);
    return found == m_conversations.end() ? nullptr : &found->second;
}

const AgentOnScreen* ConsoleModel::agent(const AgentId& id) const
{
    const auto found = m_agents.find(id);
    return found == m_agents.end() ? nullptr : &found->second;
}

QString ConsoleModel::agentName(const AgentId& id) const
{
    const AgentOnScreen* known = agent(id);
    return line(known && !known->agent.name.empty() ? known->agent.name : id.value, 80);
}

const Offer* ConsoleModel::offerFor(const ConversationId& id) const
{
    const auto found = m_offers.find(id);
    return found == m_offers.end() ? nullptr : &found->second;
}

std::vector<Offer> ConsoleModel::offersTo(const AgentId& agent) const
{
    std::vector<Offer> mine;
    for (const auto& [conversation, offer] : m_offers)
        if (offer.agent == agent)
            mine.push_back(offer);
    std::ranges::sort(mine, {}, &Offer::lapsesAt);
    return mine;
}

std::vector<Alert> ConsoleModel::alertsForMe() const
{
    std::vector<Alert> mine;
    std::ranges::copy_if(m_alerts, std::back_inserter(mine), [this](const Alert& alert) {
        const bool isMine = alert.owner.empty() ? m_session.role != Role::Agent : alert.owner == m_session.agent;
        return isMine && alert.heldBack == HeldBack::No && !alert.acknowledgedAt && !alert.snoozedUntil;
    });
    return mine;
}

void ConsoleModel::acknowledge(const Alert& alert)
{
    if (alert.trigger.value != reminderAlert) {
        submit(AcknowledgeAlert{alert.number, m_session.agent});
        return;
    }
    if (std::erase_if(m_alerts, [&](const Alert& known) { return known.number == alert.number; }) > 0)
        Q_EMIT alertsChanged();
}

std::optional<Instant> ConsoleModel::visitorTypingUntil(const ConversationId& id) const
{
    const auto found = m_typing.find(id);
    return found == m_typing.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Looking> ConsoleModel::looking(const ConversationId& id) const
{
    std::vector<Looking> there;
    std::ranges::copy_if(m_looking, std::back_inserter(there),
                         [&](const Looking& one) { return one.conversation == id; });
    std::ranges::sort(there, {}, &Looking::agent);
    return there;
}

QString ConsoleModel::queueName(const QueueId& id) const
{
    const auto found = std::ranges::find(m_rulebook->queues, id, &Queue::id);
    return line(found != m_rulebook->queues.end() && !found->name.empty() ? found->name : id.value, 80);
}

TierLabel ConsoleModel::tier(const TierId& id, int rank) const
{
    const auto found = std::ranges::find(m_rulebook->tiers, id, &Tier::id);
    return {rank, line(id.value, 12), found == m_rulebook->tiers.end() ? QString() : line(found->name, 24)};
}

void ConsoleModel::setSession(const Session& session)
{
    m_session = session;
    Q_EMIT sessionChanged();
}

void ConsoleModel::setGateway(const QString& address, const QString& trouble)
{
    m_gatewayAddress = address;
    m_gatewayTrouble = trouble;
    Q_EMIT gatewayChanged();
}

quint64 ConsoleModel::submit(decltype(Command::what) what)
{
    const quint64 ticket = m_nextTicket++;
    m_port.submit(Command{ticket, std::move(what)});
    return ticket;
}

}
