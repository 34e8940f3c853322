#pragma once

#include "model/domain/ids.h"
#include "model/domain/instant.h"

#include <cstdint>

namespace signalbox {

class Work;

// How far a visitor's chat said it has the messages, and that they were seen. Kept in memory until it is journaled.
struct Reached {
    std::int64_t delivered = 0;
    std::int64_t read = 0;
    Instant journaledAt{};
};

// Takes in what the chat of an open conversation says. Journaled only when it grows, and at most once a second for each
// conversation; what comes sooner waits for `journalReached`.
void messagesReached(Work& work, const ConversationId& id, std::int64_t delivered, std::int64_t read);

// Journals what has waited long enough; called as time passes.
void journalReached(Work& work);

}
