#pragma once

#include "model/domain/ids.h"
#include "model/domain/result.h"
#include "model/storage/database.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace signalbox {

// Something in a workspace that is not as its journal says.
struct HistoryFault {
    ConversationId conversation;   // empty: the file as a whole
    std::int64_t sequence = 0;     // of the event, where there is one
    std::string what;

    bool operator==(const HistoryFault&) const = default;
};

struct HistoryReport {
    std::int64_t events = 0;
    std::int64_t decisions = 0;
    std::int64_t conversations = 0;
    std::vector<HistoryFault> faults;
};

// Reads the whole journal again: the file is sound, its sequence has no gaps, every decision decided again with the
// rulebook of its time is the same, every change of owner starts from the owner there was, messages are counted without
// gaps and no id comes twice, an offer is out to one agent at a time, and lists show what follows from it.
// Decisions are decided again on all cores. `progress` is called now and then, on this thread, with the events read.
// Error: the journal cannot be read at all.
Result<HistoryReport> checkHistory(Database& database, const std::function<void(std::int64_t)>& progress = {});

}
