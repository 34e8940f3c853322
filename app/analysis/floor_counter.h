#pragma once

#include "app/analysis/floor_columns.h"
#include "app/analysis/history.h"
#include "model/figures/floor_figures.h"
#include "model/storage/figures_store.h"

namespace signalbox {

// Answers what happened on the floor: rows from the workspace with a connection of its own that only reads, policies and
// attributes from the history. Keeps what it read for the next question. Not shared between threads.
class FloorCounter {
public:
    FloorCounter(std::filesystem::path workspace, History& history);   // which outlives it

    // Decisions are read only for policies and attributes. Error: the workspace cannot be read, or there is no such time
    // zone.
    Result<FloorCounts> count(const FloorQuestion& question, const Errand& errand);
    // That have been seen, by name.
    Result<std::vector<std::string>> attributes(const Errand& errand);

private:
    using Column = std::shared_ptr<const ConversationColumn>;

    Result<const FigureRows*> rows();
    Result<ConversationColumns> columnsFor(const FloorQuestion& question, const FigureRows& rows, const Errand& errand);
    Column column(const FloorDimension& dimension, const FigureRows& rows);
    void namePolicies(FloorCounts& counts);

    const std::filesystem::path m_workspace;
    History& m_history;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<FiguresStore> m_store;
    // Columns as of these events.
    std::int64_t m_upTo = -1;
    std::int64_t m_upToDecision = -1;
    std::map<FloorDimension, Column> m_columns;
    SeenAttributes m_seen;
};

}
