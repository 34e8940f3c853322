#pragma once

#include "app/channels/transcript_record.h"

namespace signalbox {

// The customer turns of the MultiDoGO dialogues, as its splits by turn have them. No times, no agents.
class MultidogoParser final : public TranscriptParser {
public:
    explicit MultidogoParser(std::string fileName);
    Result<std::vector<TranscriptRecord>> parse(std::string_view line, std::int64_t number) override;

private:
    std::vector<ContextChange> contextOf(std::string_view conversation, std::string_view intent);

    std::string m_fileName;
    std::string m_department;
    std::string m_conversation;   // the one the last line belonged to
    std::string m_intent;         // and the last wish named in it
};

}
