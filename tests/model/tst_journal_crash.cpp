#include "model/storage/journal_store.h"

#include "model/storage/conversation_store.h"
#include "tests/support/workspace_file.h"

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace signalbox {
namespace {

constexpr int eventsInABatch = 7;

// Batch n opens conversation n and adds six messages to it.
std::vector<Event> batch(int n)
{
    const std::string id = std::to_string(n);
    std::vector<Event> events{{0, Instant{seconds{n}}, openedBy(("v" + id).c_str(), id.c_str())}};
    for (int i = 1; i < eventsInABatch; ++i)
        events.push_back(
            {0, Instant{seconds{n}}, said(id.c_str(), i, "Message " + std::to_string(i) + std::string(300, '.'))});
    return events;
}

// Appends batch after batch and tells the parent of each one that is on the disk. Never returns.
[[noreturn]] void appendForEver(const std::filesystem::path& file, int acknowledgements)
{
    auto database = Database::open(file, Database::Access::Write);
    if (!database)
        _exit(3);
    JournalWriter writer(*database);
    for (int n = int(writer.lastSequence()) / eventsInABatch + 1;; ++n) {
        auto events = batch(n);
        if (!writer.append(events) || write(acknowledgements, &n, sizeof n) != sizeof n)
            _exit(4);
    }
}

// Kills the writer after it has acknowledged `enough` more batches; gives the last one it told of.
int killAfter(const std::filesystem::path& file, int enough)
{
    int pipe[2];
    EXPECT_EQ(::pipe(pipe), 0);
    const pid_t child = fork();
    if (child == 0) {
        close(pipe[0]);
        appendForEver(file, pipe[1]);
    }
    close(pipe[1]);
    int last = 0, n = 0;
    for (int i = 0; i < enough && read(pipe[0], &n, sizeof n) == sizeof n; ++i)
        last = n;
    kill(child, SIGKILL);
    while (read(pipe[0], &n, sizeof n) == sizeof n)
        last = n;
    close(pipe[0]);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself with " << WEXITSTATUS(status);
    return last;
}

TEST(JournalCrash, everyAcknowledgedBatchIsThereAndOnlyWholeOnesAre)
{
    TemporaryFolder folder;
    const auto file = folder.path / "w.signalbox";
    for (int round = 1; round <= 12; ++round) {
        const int acknowledged = killAfter(file, round);
        ASSERT_GT(acknowledged, 0);
        Database database = opened(file);
        const std::int64_t events = JournalWriter(database).lastSequence();
        EXPECT_EQ(events % eventsInABatch, 0);
        EXPECT_GE(events / eventsInABatch, acknowledged);
        EXPECT_LE(events / eventsInABatch, acknowledged + 1);
        ASSERT_OK(database.checkIntegrity());
        for (const Conversation& conversation : ConversationStore(database).open().value())
            EXPECT_EQ(conversation.messageCount, eventsInABatch - 1);
    }
}

TEST(JournalCrash, aFileThatMayNotGrowRefusesTheBatchAndKeepsTheRest)
{
    TemporaryFolder folder;
    const auto file = folder.path / "w.signalbox";
    {
        Database database = opened(file);
        JournalWriter writer(database);
        auto events = batch(1);
        ASSERT_OK(writer.append(events));
    }
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{400'000, 400'000};
        setrlimit(RLIMIT_FSIZE, &limit);
        auto database = Database::open(file, Database::Access::Write);
        if (!database)
            _exit(3);
        JournalWriter writer(*database);
        for (int n = 2; n < 10'000; ++n) {
            auto events = batch(n);
            if (!writer.append(events))
                _exit(writer.lastSequence() == std::int64_t(n - 1) * eventsInABatch ? 0 : 5);
        }
        _exit(6);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
    Database database = opened(file);
    EXPECT_OK(database.checkIntegrity());
    JournalWriter writer(database);
    EXPECT_GT(writer.lastSequence(), eventsInABatch);
    auto events = batch(int(writer.lastSequence()) / eventsInABatch + 1);
    EXPECT_OK(writer.append(events));
}

}
}
