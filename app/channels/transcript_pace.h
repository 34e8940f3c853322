#pragma once

#include "app/channels/transcript_record.h"

#include <chrono>
#include <map>
#include <string>

namespace signalbox {

// When each message of a file is due, counted from the beginning of the play. A file's own times are kept. Where there
// are none the pace is made up, and always the same: conversations begin 30 seconds apart, and between two messages
// of one visitor pass 20 seconds, 2 more for every 10 words, and 0 to 9 more, by the conversation's name and turn.
class TranscriptPace {
public:
    using Offset = std::chrono::milliseconds;

    // To be asked once for each record, in the order of the file.
    Offset dueOf(const TranscriptRecord& record);

    // No later record of the same file is due before this, so what is due by now may be played.
    Offset settled() const { return m_settled; }

private:
    Offset madeUp(const TranscriptRecord& record);

    std::optional<Instant> m_firstTime;   // the earliest own time stands for the beginning
    Offset m_nextStart{0};
    Offset m_settled{0};
    std::string m_current;                                  // conversation of the last record
    std::map<std::string, Offset, std::less<>> m_lastDue;   // of conversations that may go on
};

}
