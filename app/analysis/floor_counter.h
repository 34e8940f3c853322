#pragma once

#include "app/analysis/figure_source.h"
#include "app/analysis/floor_columns.h"
#include "app/analysis/history.h"
#include "model/figures/floor_figures.h"

namespace signalbox {

// Answers what happened on the floor: rows as the four figures have them, policies and attributes from the history. Keeps
// what it made of them for the next question. For the source's thread.
class FloorCounter {
public:
    FloorCounter(FigureSource& source, History& history);   // which outlive it

    // Decisions are read only for policies and attributes. Error: the workspace cannot be read, or there is no such time
    // zone.
    Result<FloorCounts> count(const FloorQuestion& question, const Errand& errand);
    // That have been seen, by name.
    Result<std::vector<std::string>> attributes(const Errand& errand);

private:
    using Column = std::shared_ptr<const ConversationColumn>;

    Result<ConversationColumns> columnsFor(const FloorQuestion& question, const FigureRows& rows, const Errand& errand);
    Column column(const FloorDimension& dimension, const FigureRows& rows);
    void namePolicies(FloorCounts& counts);

    FigureSource& m_source;
    History& m_history;
    // Columns as of these events.
    std::int64_t m_upTo = -1;
    std::int64_t m_upToDecision = -1;
    std::map<FloorDimension, Column> m_columns;
    SeenAttributes m_seen;
};

}
