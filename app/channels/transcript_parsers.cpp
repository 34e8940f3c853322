#include "app/channels/transcript_parsers.h"

#include "app/channels/json_lines_parser.h"
#include "app/channels/multidogo_parser.h"

namespace signalbox {

std::string_view nameOf(TranscriptFormat format)
{
    return format == TranscriptFormat::Multidogo ? "multidogo" : "transcript";
}

std::optional<TranscriptFormat> transcriptFormatNamed(std::string_view name)
{
    for (const TranscriptFormat format : {TranscriptFormat::Multidogo, TranscriptFormat::Transcript})
        if (name == nameOf(format))
            return format;
    return std::nullopt;
}

std::optional<TranscriptFormat> detectTranscriptFormat(std::string_view firstLine)
{
    if (firstLine.starts_with("conversationId\tturnNumber\tutterance"))
        return TranscriptFormat::Multidogo;
    const auto start = firstLine.find_first_not_of(" \t");
    if (start != std::string_view::npos && firstLine[start] == '{')
        return TranscriptFormat::Transcript;
    return std::nullopt;
}

std::unique_ptr<TranscriptParser> makeTranscriptParser(TranscriptFormat format, std::string fileName)
{
    if (format == TranscriptFormat::Multidogo)
        return std::make_unique<MultidogoParser>(std::move(fileName));
    return std::make_unique<JsonLinesParser>(std::move(fileName));
}

std::string departmentOf(std::string_view fileName)
{
    return std::string(fileName.substr(0, fileName.find_first_of("_.")));
}

}
