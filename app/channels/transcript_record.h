#pragma once

#include "app/channels/imported_names.h"
#include "app/router/visitor_door.h"
#include "model/domain/context.h"
#include "model/domain/conversation.h"
#include "model/domain/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

// What files of conversations can look like. docs/import.md describes both, and tables
// with a mapping, which are named by it (table_mapping.h).
enum class TranscriptFormat {
    Multidogo,    // tab-separated: conversationId, turnNumber, utterance, slot-labels, intent
    Transcript,   // JSON Lines: one message a line, or one conversation a line
};

std::string_view nameOf(TranscriptFormat format);
std::optional<TranscriptFormat> transcriptFormatNamed(std::string_view name);

// One message of a file, on its way to the intake.
struct TranscriptRecord {
    std::string conversation;   // the file's own name for it
    std::string turn;           // the message's place in it; with the conversation it names the message for ever
    Author author = Author::Visitor;
    std::string visitorName;   // empty: unknown
    std::string text;
    std::optional<Instant> at;            // the file's own time, if it has one
    std::vector<ContextChange> context;   // known from this message on
    std::optional<Ending> ending;         // of the conversation, on its last message
    std::string place;                    // "airline_dev.tsv.gz:17"
};

// Turns the lines of one file into messages. A line may hold none, one, or a whole conversation.
class TranscriptParser {
public:
    virtual ~TranscriptParser() = default;
    // `line` is valid UTF-8 without its end; `number` counts from 1. The error says what is wrong with the line, or with
    // the one it names as its place.
    virtual Result<std::vector<TranscriptRecord>> parse(std::string_view line, std::int64_t number) = 0;
    // What could only be told when no line was left. Called once.
    virtual Result<std::vector<TranscriptRecord>> finish() { return std::vector<TranscriptRecord>{}; }
};

}
