#pragma once

#include "model/journal/events.h"
#include "model/storage/journal_store.h"

#include <filesystem>
#include <span>

namespace signalbox::bench {

// A folder of its own, gone with the object.
class Folder {
public:
    Folder();
    ~Folder();
    const std::filesystem::path path;
};

Database openOrThrow(const std::filesystem::path& file);
void appendOrThrow(JournalWriter& writer, std::span<Event> events);

Event opening(int number);
Event message(int conversation, std::int64_t sequence);

// A workspace of one million messages in 20,000 conversations, a tenth of them open; built once, at the first call.
const std::filesystem::path& largeWorkspace();

}
