#pragma once

#include "app/analysis/errand.h"
#include "app/analysis/visitor_words.h"
#include "app/router/past_rules.h"
#include "model/storage/history_store.h"
#include "routing/backtest/past_log.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <shared_mutex>

namespace signalbox {

// All past decisions, read once from the journal with a connection that only reads, and followed as it grows. Safe to use
// from several threads.
class History {
public:
    explicit History(std::filesystem::path workspace);
    ~History();

    // Reads what has been decided since the last time; the first time, everything, on all cores and with progress. While
    // others look at the log it stays as it is. Error: the workspace cannot be read. Called off, it holds what was read.
    Result<void> follow(const Errand& errand);

    // Nothing is added while this is held.
    struct Reading {
        std::shared_lock<std::shared_mutex> lock;
        const PastLog& log;
    };
    Reading read() const { return {std::shared_lock(m_growing), m_log}; }

    // Anything else that is asked of the workspace, one at a time.
    template <class Ask>
    auto with(Ask ask) -> decltype(ask(std::declval<Database&>()))
    {
        const std::scoped_lock lock(m_reading);
        if (auto opened = open(); !opened)
            return tl::unexpected(opened.error());
        return ask(m_source->database);
    }
    // A published version; 0: what there was before any. Error: it is not there, or cannot be read any more.
    Result<std::shared_ptr<const Rules>> rules(int version);
    Result<std::shared_ptr<const Rules>> liveRules();

private:
    struct Source {
        explicit Source(Database opened) : database(std::move(opened)) { }
        Database database;
        HistoryStore store{database};
        PastRules rules{database};
    };
    Result<void> open();
    Result<void> readWords();
    Result<void> readHeads();
    Result<void> readDecisions(std::int64_t last, const Errand& errand);
    Result<void> learnHeads(const std::vector<StoredDecision>& stored);
    Result<std::vector<PastDecision>> understand(const std::vector<StoredDecision>& stored);

    const std::filesystem::path m_workspace;
    std::mutex m_reading;   // guards the source and the words
    std::unique_ptr<Source> m_source;
    VisitorWordsSoFar m_words;
    std::int64_t m_lastWords = 0;
    std::int64_t m_lastDecision = 0;   // read
    bool m_readBefore = false;
    mutable std::shared_mutex m_growing;   // guards the log
    PastLog m_log;
};

}
