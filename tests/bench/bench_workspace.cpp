#include "tests/bench/bench_workspace.h"

#include <random>
#include <stdexcept>

namespace signalbox::bench {

Folder::Folder()
    : path(std::filesystem::temp_directory_path() / ("signalbox-bench-" + std::to_string(std::random_device{}())))
{
    std::filesystem::create_directories(path);
}

Folder::~Folder() { std::filesystem::remove_all(path); }

Database openOrThrow(const std::filesystem::path& file)
{
    auto database = Database::open(file, Database::Access::Write);
    if (!database)
        throw std::runtime_error(database.error().message);
    return std::move(*database);
}

void appendOrThrow(JournalWriter& writer, std::span<Event> events)
{
    if (const auto appended = writer.append(events); !appended)
        throw std::runtime_error(appended.error().message);
}

Event opening(int number)
{
    const std::string id = std::to_string(number);
    return {0, Instant{seconds{number}},
            ConversationOpened{{id}, {"visitor-" + id}, "Visitor " + id, Channel::Website, Origin::Live, true}};
}

Event message(int conversation, std::int64_t sequence)
{
    Message said;
    said.id = {std::to_string(conversation) + "-" + std::to_string(sequence)};
    said.sequence = sequence;
    said.authorName = "Visitor " + std::to_string(conversation);
    said.text
        = "I have a question about the Professional plan: can twelve people share it, and what does it cost a year?";
    said.at = Instant{seconds{sequence}};
    return {0, said.at, MessageAdded{{std::to_string(conversation)}, said}};
}

static Event waits(int number)
{
    const Instant at{seconds{number}};
    return {
        0, at,
        OwnerChanged{
            {std::to_string(number)}, {}, {OwnerKind::Queue, QueueId{"everyone"}, {}}, "For the benchmark", at, {}}};
}

const std::filesystem::path& largeWorkspace()
{
    static const Folder folder;
    static const std::filesystem::path file = [] {
        constexpr int all = 20'000, messagesInEach = 50, closed = 18'000;
        const auto path = folder.path / "large.signalbox";
        Database database = openOrThrow(path);
        JournalWriter writer(database);
        for (int number = 1; number <= all; ++number) {
            static std::vector<Event> events;
            events.push_back(opening(number));
            for (int sequence = 1; sequence <= messagesInEach; ++sequence)
                events.push_back(message(number, sequence));
            if (number <= closed)
                events.push_back({0, Instant{seconds{number}}, ConversationClosed{{std::to_string(number)}, {}, ""}});
            else
                events.push_back(waits(number));
            if (number % 20 == 0) {
                appendOrThrow(writer, events);
                events.clear();
            }
        }
        return path;
    }();
    return file;
}

}
