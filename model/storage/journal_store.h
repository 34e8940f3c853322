#pragma once

#include "model/journal/events.h"
#include "model/storage/database.h"

#include <functional>
#include <span>
#include <vector>

namespace signalbox {

// The journal's one writer: appends events and brings every projection up to date in the same transaction.
class JournalWriter {
public:
    // `database` outlives the writer and is open for writing.
    explicit JournalWriter(Database& database);

    // Commits the whole batch or nothing, and fills in each event's sequence. When this returns, the batch is on the disk
    // (synchronous=FULL). Errors: an owner that is not as `OwnerChanged::from` says, a conversation that is not there, a
    // message id that is there already, a full disk, a damaged file.
    Result<void> append(std::span<Event> events);

    std::int64_t lastSequence() const { return m_lastSequence; }

private:
    Database& m_database;
    std::int64_t m_lastSequence = 0;
};

// Reads the journal in order, `pageSize` events a query. Stops when `visit` returns false.
class JournalReader {
public:
    explicit JournalReader(Database& database);
    Result<void> forEach(std::int64_t afterSequence, const std::function<bool(const Event&)>& visit, int pageSize = 1000);
    Result<std::vector<Event>> eventsOf(const ConversationId& conversation);

private:
    Database& m_database;
};

}
