#pragma once

#include "app/channels/transcript_record.h"

#include <nlohmann/json_fwd.hpp>

#include <map>

namespace signalbox {

// Our own transcript format: a JSON object a line, which is one message or, with "messages", a whole conversation.
class JsonLinesParser final : public TranscriptParser {
public:
    explicit JsonLinesParser(std::string fileName);
    Result<std::vector<TranscriptRecord>> parse(std::string_view line, std::int64_t number) override;

private:
    Result<std::vector<TranscriptRecord>> wholeConversation(const nlohmann::json& object, std::int64_t number);
    Result<TranscriptRecord> message(const nlohmann::json& object, const std::string& conversation,
                                     std::int64_t ordinal);
    Result<std::vector<ContextChange>> contextOf(const nlohmann::json& object, const std::string& conversation);

    std::string m_fileName;
    std::map<std::string, std::int64_t, std::less<>>
        m_messagesSeen;   // conversation -> lines so far, for those without a turn
};

}
