#pragma once

#include "model/domain/context.h"
#include "model/domain/conversation.h"
#include "model/domain/decision.h"
#include "model/domain/correction.h"
#include "model/domain/follow_up.h"
#include "model/domain/offer.h"
#include "model/storage/database.h"

#include <map>
#include <vector>

namespace signalbox {

// Reads what the projections know about conversations. Writes nothing: the journal's writer does.
class ConversationStore {
public:
    explicit ConversationStore(Database& database);

    Result<std::vector<Conversation>> open();   // every conversation that is not closed
    Result<std::optional<Conversation>> find(const ConversationId& id);
    Result<std::optional<ConversationId>> openFor(const VisitorId& visitor, Channel channel);   // at most one is open
    Result<std::vector<Conversation>> recentFor(const VisitorId& visitor, int limit);
    Result<std::int64_t> highestNumber();   // of any conversation ever; 0 when there is none

    // Messages with sequence > `after`, oldest first, at most `limit`.
    Result<std::vector<Message>> messages(const ConversationId& id, std::int64_t after, int limit);
    // The last `limit` messages, oldest first.
    Result<std::vector<Message>> lastMessages(const ConversationId& id, int limit);
    Result<bool> hasMessage(const MessageId& id);
    Result<std::optional<ConversationId>> conversationOfMessage(const MessageId& id);

    Result<Context> context(const ConversationId& id);
    Result<std::map<SignalId, Instant>> signalsObserved(const ConversationId& id);   // last time each was observed
    Result<std::vector<Decision>> decisions(const ConversationId& id);
    Result<std::optional<Decision>> lastDecision(const ConversationId& id);
    Result<std::string> routeReason(const ConversationId& id);   // of the last change of owner; empty before the first
    Result<std::vector<Offer>> offersOut();
    Result<std::vector<Offer>> offersOf(const ConversationId& id);   // oldest first
    Result<std::vector<AgentId>>
    agentsWhoLetLapse(const ConversationId& id);   // declined or lapsed since it was last queued
    Result<std::vector<FollowUpOnScreen>> followUps(const ConversationId& id);   // by their time, ended ones too
    Result<std::vector<FollowUpOnScreen>> openFollowUps();                       // of every conversation, by their time
    Result<std::vector<FollowUpOnScreen>> followUpsToRemind(Instant now);    // due, not ended, nobody was reminded yet
    Result<std::vector<Correction>> corrections(const ConversationId& id);   // oldest first

private:
    Database& m_database;
};

}
