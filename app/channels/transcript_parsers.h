#pragma once

#include "app/channels/transcript_record.h"

#include <memory>

namespace signalbox {

// Recognises the format by the first line of a file; none when it is neither.
std::optional<TranscriptFormat> detectTranscriptFormat(std::string_view firstLine);

// `fileName` (without folders) becomes import.file, the place of each record and, for MultiDoGO, the department.
std::unique_ptr<TranscriptParser> makeTranscriptParser(TranscriptFormat format, std::string fileName);

// "airline" of "airline_dev.tsv.gz": what stands before the first underscore or point.
std::string departmentOf(std::string_view fileName);

}
