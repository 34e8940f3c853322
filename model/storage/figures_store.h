#pragma once

#include "model/figures/figure_rows.h"
#include "model/storage/database.h"

namespace signalbox {

// Keeps the rows of the figures in memory and follows the journal: after the first reading only the conversations that
// later events are about are read again. Writes nothing. Not shared between threads.
class FiguresStore {
public:
    explicit FiguresStore(Database& database);   // which outlives it

    // The rows as of the last committed event.
    Result<const FigureRows*> rows();
    std::int64_t upTo() const { return m_upTo; }           // the last event in them
    std::int64_t readLast() const { return m_readLast; }   // conversations that the last call read

private:
    void read(const std::optional<std::string>& touched);
    void readRulebooks();
    void readConversations(const std::optional<std::string>& touched);
    void readTruths(const std::optional<std::string>& touched);
    void readAlerts(const std::optional<std::string>& touched);
    void readVerdicts(const std::optional<std::string>& touched);
    void readSilent();
    std::optional<std::string> touchedSince();

    Database& m_database;
    FigureRows m_rows;
    std::int64_t m_upTo = 0;
    std::int64_t m_readLast = 0;
};

}
