#pragma once

#include "model/domain/change_set.h"
#include "ui/shared/console_port.h"
#include "ui/shared/session.h"
#include "ui/shared/tier_chip.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace signalbox {

struct Rulebook;

// What the window knows: the sum of all change sets, shared by its pages. Pages read it and follow `changed`, which is
// emitted after the change set is part of it.
class ConsoleModel : public QObject {
    Q_OBJECT

public:
    ConsoleModel(ConsolePort& port, Session& session, QObject* parent = nullptr);
    ~ConsoleModel() override;

    bool loaded() const { return m_loaded; }   // the first change set has arrived

    // Open conversations only.
    const std::unordered_map<ConversationId, Conversation>& conversations() const { return m_conversations; }
    const Conversation* conversation(const ConversationId& id) const;
    const std::map<AgentId, AgentOnScreen>& agents() const { return m_agents; }
    const AgentOnScreen* agent(const AgentId& id) const;
    QString agentName(const AgentId& id) const;   // its id when it is not known
    // The offer that is out for this conversation, or to this agent.
    const Offer* offerFor(const ConversationId& id) const;
    std::vector<Offer> offersTo(const AgentId& agent) const;
    // Alerts that have not ended, of everybody, newest last. A reminder of a follow-up stays until it is dismissed here.
    const std::vector<Alert>& alerts() const { return m_alerts; }
    // Those that wait for whoever sits here, newest last: theirs and, for a lead, nobody's; told, not acknowledged, not
    // snoozing.
    std::vector<Alert> alertsForMe() const;
    // Acknowledges it; a reminder goes from this console alone.
    void acknowledge(const Alert& alert);
    std::optional<Instant> visitorTypingUntil(const ConversationId& id) const;
    const std::vector<FollowUpOnScreen>& followUps() const { return m_followUps; }   // open ones, the next due first
    // Who has this conversation open at a console just now, by agent.
    std::vector<Looking> looking(const ConversationId& id) const;

    const RulebookOnScreen& rulebookOnScreen() const { return m_rulebookOnScreen; }
    const Rulebook& rulebook() const
    {
        return *m_rulebook;
    }   // empty until one is published, or when it cannot be read
    QString rulebookTrouble() const { return m_rulebookTrouble; }
    QString queueName(const QueueId& id) const;
    TierLabel tier(const TierId& id, int rank) const;

    const std::vector<FaqEntry>& faq() const { return m_faq; }
    const CompanyProfile& profile() const { return m_profile; }
    const WebsiteChannel& website() const { return m_website; }
    const DeskSettings& deskSettings() const { return m_deskSettings; }
    bool practiceOn() const { return m_practiceOn; }
    const ShadowOnScreen& shadow() const { return m_shadow; }   // the rulebook that runs beside the live one
    QString gatewayAddress() const
    {
        return m_gatewayAddress;
    }   // "http://127.0.0.1:8480", empty while it is not running
    QString gatewayTrouble() const { return m_gatewayTrouble; }
    std::uint64_t messagesCommitted() const { return m_messagesCommitted; }

    const Session& session() const { return m_session; }
    void setSession(const Session& session);
    void setGateway(const QString& address, const QString& trouble);

    // Sends with a fresh ticket and returns it, so that the answer can be told apart.
    quint64 submit(decltype(Command::what) what);

Q_SIGNALS:
    void changed(const signalbox::ChangeSet& changes);
    void sessionChanged();
    void gatewayChanged();
    void alertsChanged();

private:
    void apply(const ChangeSet& changes);
    void applyConversations(const ChangeSet& changes);
    void applyAgents(const ChangeSet& changes);
    void applyAlerts(const ChangeSet& changes);
    void applyOffers(const ChangeSet& changes);
    void applyFollowUps(const ChangeSet& changes);
    void applyWorkspace(const ChangeSet& changes);
    void forget(const ConversationId& id);
    void readRules();

    ConsolePort& m_port;
    Session& m_session;
    bool m_loaded = false;
    quint64 m_nextTicket = 1;
    std::unordered_map<ConversationId, Conversation> m_conversations;
    std::map<AgentId, AgentOnScreen> m_agents;
    std::unordered_map<ConversationId, Offer> m_offers;
    std::unordered_map<ConversationId, Instant> m_typing;
    std::vector<Alert> m_alerts;
    std::vector<FollowUpOnScreen> m_followUps;
    std::vector<Looking> m_looking;
    RulebookOnScreen m_rulebookOnScreen;
    std::unique_ptr<Rulebook> m_rulebook;
    QString m_rulebookTrouble;
    std::vector<FaqEntry> m_faq;
    CompanyProfile m_profile;
    WebsiteChannel m_website;
    DeskSettings m_deskSettings;
    bool m_practiceOn = false;
    ShadowOnScreen m_shadow;
    QString m_gatewayAddress;
    QString m_gatewayTrouble;
    std::uint64_t m_messagesCommitted = 0;
};

}
