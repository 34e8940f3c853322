#pragma once

#include "model/domain/change_set.h"
#include "model/journal/events.h"
#include "model/storage/database.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace signalbox {

// The bytes of an attachment.
struct KeptFile {
    AttachmentId id;
    ConversationId conversation;
    std::string bytes;
};

// What is kept beside the journal, written in the same transaction as its events though it is no history. An empty
// document: there is none any more.
struct KeptBeside {
    std::optional<DraftOnScreen> draft;
    std::optional<ShadowOnScreen> shadow;   // its document, by whom and since when; what it counts is not kept
    std::vector<KeptFile> files;            // of messages among the events

    bool empty() const { return !draft && !shadow && files.empty(); }
};

// The journal's one writer: appends events and brings every projection up to date in the same transaction.
class JournalWriter {
public:
    // `database` outlives the writer and is open for writing.
    explicit JournalWriter(Database& database);
    ~JournalWriter();

    // Commits the whole batch or nothing, and fills in each event's sequence. When this returns, the batch is on the disk
    // (synchronous=FULL). Errors: an owner that is not as `OwnerChanged::from` says, a conversation that is not there, a
    // message id that is there already or a message out of its order, text that is not UTF-8, a full disk, a damaged file.
    // After an error nothing has changed, neither on the disk nor in `events`, and the writer can be used again.
    Result<void> append(std::span<Event> events, const KeptBeside& beside = {});

    std::int64_t lastSequence() const { return m_lastSequence; }

private:
    struct Statements;
    void prepare();
    void write(std::span<Event> events, const KeptBeside& beside);
    void forgetTraces();

    Database& m_database;
    std::unique_ptr<Statements> m_statements;   // none before the first batch and after one that failed
    std::int64_t m_lastSequence = 0;
    bool m_traces = false;   // of what was to be forgotten are still in the file
};

// Reads the journal in order, `pageSize` events a query. Stops when `visit` returns false.
class JournalReader {
public:
    explicit JournalReader(Database& database);
    Result<void> forEach(std::int64_t afterSequence, const std::function<bool(const Event&)>& visit,
                         int pageSize = 1000);
    Result<std::vector<Event>> eventsOf(const ConversationId& conversation);
    Result<std::optional<Instant>> lastAt();   // of the last event; none in an empty journal

private:
    Database& m_database;
};

}
