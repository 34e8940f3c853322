#pragma once

#include "model/domain/conversation.h"
#include "model/storage/database.h"

#include <vector>

namespace signalbox {

// A decision as the journal has it: its event's payload, for whoever wants to read it on another thread.
struct StoredDecision {
    std::int64_t sequence = 0;
    ConversationId conversation;
    int rulebookVersion = 0;
    std::string payload;
};

struct VisitorWords {
    std::int64_t number = 0;   // counts messages of the workspace
    ConversationId conversation;
    Instant at{};
    std::string text;
};

struct ConversationHead {
    ConversationId id;
    std::string visitorName;
    Channel channel = Channel::Website;
    Origin origin = Origin::Live;
    Instant openedAt{};
};

// Reads the past in bulk, in the order of the journal, for questions about all of it.
class HistoryStore {
public:
    explicit HistoryStore(Database& database);

    Result<std::int64_t> lastDecision();   // its place in the journal; 0 when there is none
    Result<std::int64_t> decisionsBetween(std::int64_t after, std::int64_t last);   // how many
    Result<std::vector<StoredDecision>> decisions(std::int64_t after, std::int64_t last, int limit);
    Result<std::vector<VisitorWords>> visitorWords(std::int64_t afterNumber, int limit);
    Result<std::vector<ConversationHead>> conversations(std::int64_t afterNumber, int limit);
    Result<std::optional<ConversationHead>> conversation(const ConversationId& id);

private:
    Database& m_database;
};

}
