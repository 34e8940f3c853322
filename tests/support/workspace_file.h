#pragma once

#include "model/journal/events.h"
#include "model/storage/database.h"
#include "model/storage/journal_store.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>

namespace signalbox {

// A folder of its own that goes with the test.
class TemporaryFolder {
public:
    TemporaryFolder()
        : path(std::filesystem::temp_directory_path()
               / ("signalbox-" + std::to_string(std::random_device{}()) + std::to_string(std::random_device{}())))
    {
        std::filesystem::create_directories(path);
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path path;
};

inline Database opened(const std::filesystem::path& file, Database::Access access = Database::Access::Write)
{
    auto database = Database::open(file, access);
    if (!database)
        throw std::runtime_error(database.error().message);
    return std::move(*database);
}

// A new workspace file with its writer. `reopened()` is another connection, which sees only what was committed.
struct WorkspaceFile {
    TemporaryFolder folder;
    std::filesystem::path file = folder.path / "test.signalbox";
    Database database = opened(file);
    JournalWriter writer{database};

    Result<void> append(std::vector<EventPayload> payloads, Instant at = Instant{seconds{1'000'000}})
    {
        std::vector<Event> events;
        for (EventPayload& payload : payloads)
            events.push_back({0, at, std::move(payload)});
        return writer.append(events);
    }
    Database reopened() const { return opened(file); }
};

inline ConversationOpened openedBy(const char* visitor, const char* number, Channel channel = Channel::Website)
{
    return {{number}, {visitor}, "Visitor 8F21", channel, Origin::Live, true};
}

inline MessageAdded said(const char* conversation, std::int64_t sequence, std::string text,
                         Author author = Author::Visitor)
{
    Message message;
    message.id = {std::string(conversation) + "-" + std::to_string(sequence)};
    message.sequence = sequence;
    message.author = author;
    message.authorName = "Amelia Okafor";
    message.text = std::move(text);
    message.at = Instant{seconds{2'000'000 + sequence}};
    return {{conversation}, message};
}

}

#define EXPECT_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto& checked = (result);                                                                                \
        EXPECT_TRUE(checked) << (checked ? "" : checked.error().message + " at " + checked.error().place);             \
    } while (false)
#define ASSERT_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto& checked = (result);                                                                                \
        ASSERT_TRUE(checked) << (checked ? "" : checked.error().message + " at " + checked.error().place);             \
    } while (false)
