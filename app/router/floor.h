#pragma once

#include "app/router/conversation_state.h"
#include "app/router/rules.h"
#include "model/domain/agent.h"
#include "model/domain/change_set.h"
#include "model/domain/knowledge.h"
#include "model/domain/offer.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace signalbox {

struct AgentState {
    Agent agent;
    Presence presence = Presence::Offline;
    Instant presenceSince{};
    std::string presenceState{};              // of the workspace's own
    std::optional<Instant> presenceUntil{};   // online again then
    std::string presenceReason{};             // when it was not they who chose it
    // When a conversation was last given to them, or they came to work: nobody back from leave gets all.
    Instant idleSince{};
    int missedOffers = 0;   // lapsed one after another since their presence last changed; counted anew after a start
};

// What belongs to the workspace as a whole. Cheap to copy: the parts are shared and never changed.
struct Settings {
    std::shared_ptr<const Rules> rules;
    std::shared_ptr<const std::vector<FaqEntry>> faq;
    std::shared_ptr<const CompanyProfile> profile;
    std::shared_ptr<const WebsiteChannel> website;
    std::shared_ptr<const DeskSettings> desk = std::make_shared<DeskSettings>();
    bool practiceOn = false;
    std::shared_ptr<const DraftOnScreen> draft = std::make_shared<DraftOnScreen>();   // without a document: none
    std::shared_ptr<const std::vector<DraftEditor>> draftEditors = std::make_shared<std::vector<DraftEditor>>();
};

// The open conversations, the agents and the offers that are out, as the journal's events have left them. Changed by
// events alone; a batch that could not be committed is undone.
class Floor {
public:
    using Conversations = std::unordered_map<ConversationId, ConversationState>;

    // What a start finds in the store.
    void load(std::vector<Conversation> rows, std::vector<AgentState> agents, const std::vector<Offer>& offers,
              const std::vector<Alert>& alerts, Settings settings, std::int64_t highestNumber);

    void apply(const Event& event);
    // A published rulebook is compiled once, before its event.
    void useRules(std::shared_ptr<const Rules> rules) { m_settings.rules = std::move(rules); }
    // The draft is not in the journal, so no event tells of it.
    void useDraft(DraftOnScreen draft) { m_settings.draft = std::make_shared<const DraftOnScreen>(std::move(draft)); }
    void useDraftEditors(std::vector<DraftEditor> editors)
    {
        m_settings.draftEditors = std::make_shared<const std::vector<DraftEditor>>(std::move(editors));
    }
    // Replaces a row that `load` brought by all that its events say; a closed conversation is here until the batch ends.
    void learn(const ConversationId& id, const std::vector<Event>& events);

    void beginBatch();   // from here on it can be undone
    void keepBatch();    // committed: closed conversations leave the floor
    void undoBatch();

    const Conversations& conversations() const { return m_conversations; }
    const ConversationState* find(const ConversationId& id) const;
    std::optional<ConversationId> openFor(const VisitorId& visitor, Channel channel) const;
    const std::set<ConversationId>& waiting() const { return m_waiting; }   // in a queue and offerable
    const std::set<ConversationId>& alerting() const { return m_alerting; }   // with an alert that has not ended
    const std::set<ConversationId>& ownedBy(const AgentId& agent) const;

    const std::map<AgentId, AgentState>& agents() const { return m_agents; }
    const AgentState* agent(const AgentId& id) const;
    std::string agentName(const AgentId& id) const;   // the id when the agent is gone
    double placesUsed(const AgentId& id) const;   // owned conversations that are not held, and the offer that is out
    static double placesFor(const Agent& agent, Channel channel);

    const std::map<OfferId, Offer>& offersOut() const { return m_offersOut; }
    const Offer* offerTo(const AgentId& agent) const;
    const Offer* offerFor(const ConversationId& conversation) const;

    const Settings& settings() const { return m_settings; }
    const Rules& rules() const { return *m_settings.rules; }
    ConversationId nextConversationId() const;

private:
    struct Before {   // how things were when the batch began
        std::unordered_map<ConversationId, std::optional<ConversationState>> conversations;
        std::map<AgentId, AgentState> agents;
        std::map<OfferId, Offer> offersOut;
        Settings settings;
        std::int64_t highestNumber = 0;
    };

    ConversationState& touch(const ConversationId& id);
    void applyToConversation(const ConversationId& id, const Event& event);
    void applyToAgents(const Event& event);
    void applyToSettings(const EventPayload& payload);
    void index(const ConversationState& state);
    void unindex(const ConversationState& state);

    Conversations m_conversations;
    std::map<AgentId, AgentState> m_agents;
    std::map<OfferId, Offer> m_offersOut;
    Settings m_settings;
    std::int64_t m_highestNumber = 0;

    std::map<std::pair<VisitorId, Channel>, ConversationId> m_openFor;
    std::set<ConversationId> m_waiting;
    std::set<ConversationId> m_alerting;
    std::map<AgentId, std::set<ConversationId>> m_ownedBy;
    Before m_before;
};

}
