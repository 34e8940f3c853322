#pragma once

#include "app/channels/table_survey.h"
#include "app/channels/transcript_record.h"

#include <unordered_set>

namespace signalbox {

// A table whose rows are conversations, as a mapping says. Each becomes one message of its visitor, with what is known at
// its opening as context, and its ending where it is over.
class TableParser final : public TranscriptParser {
public:
    // `mapping` outlives the parser; `fileName` (without folders) becomes import.file and the place of each record.
    TableParser(std::string fileName, const TableMapping& mapping, TableSurvey survey);
    Result<std::vector<TranscriptRecord>> parse(std::string_view line, std::int64_t number) override;
    Result<std::vector<TranscriptRecord>> finish() override;

private:
    struct Row {
        std::vector<std::string> cells;
        std::int64_t number = 0;
    };
    // The rows of one id, as far as they matter.
    struct Group {
        std::string id;
        Row first;
        Row last;
    };

    Result<std::vector<TranscriptRecord>> add(std::string id, Row row);
    Result<std::vector<TranscriptRecord>> told(const Group& group);
    Result<TranscriptRecord> record(const Group& group);
    Result<Instant> openedAt(const Row& row);
    Result<std::optional<Instant>> closedAt(const Row& row, Instant opened) const;
    Result<std::optional<Ending>> ending(const Row& row, Instant opened) const;
    Result<std::vector<ContextChange>> changes(const Row& row, const std::map<std::string, CellMapping>& cells) const;
    std::string filledIn(const TextTemplate& text, const Row& row) const;
    std::string_view cell(const Row& row, std::string_view column) const { return m_survey.cell(row.cells, column); }
    std::string idOf(const Row& row) const;
    tl::unexpected<Error> fault(const Row& row, std::string message, std::string_view column = {}) const;

    std::string m_fileName;
    const TableMapping& m_mapping;
    TableSurvey m_survey;
    std::map<int, std::int64_t> m_seenOfMonth;
    std::unordered_set<std::string> m_ids;
    std::optional<Group> m_group;   // its end has not been seen
};

}
