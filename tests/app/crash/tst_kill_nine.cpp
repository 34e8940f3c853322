#include "app/router/history_check.h"
#include "model/journal/events.h"
#include "model/storage/conversation_store.h"
#include "model/storage/journal_store.h"
#include "model/storage/workspace_store.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>
#include <poll.h>
#include <random>
#include <set>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace signalbox {
namespace {

constexpr int kills = 50;

// What the children were told is kept.
struct Acknowledged {
    std::set<std::string> messages;
    std::map<std::string, std::string> owners;   // conversation -> agent who accepted it
    long long draft = 0;   // number of the last save
    bool twoOwners = false;

    void read(const std::string& output)
    {
        std::istringstream lines(output.substr(0, output.rfind('\n') + 1));   // the last one may be cut off by the kill
        for (std::string kind, first, second; lines >> kind >> first >> second;)
            if (kind == "m")
                messages.insert(first);
            else if (kind == "d")
                draft = std::stoll(first);
            else if (const auto [known, added] = owners.emplace(first, second); !added && known->second != second)
                twoOwners = true;
    }
};

// Runs the child until it has said something, lets it go on for `grace`, kills it, and returns all it said.
std::string runAndKill(const std::string& workspace, int round, std::chrono::microseconds grace)
{
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        ::execl(CRASH_CHILD, CRASH_CHILD, workspace.c_str(), std::to_string(round).c_str(), nullptr);
        ::_exit(127);
    }
    ::close(ends[1]);
    std::string output;
    char bytes[65536];
    const auto take = [&] {
        const ssize_t size = ::read(ends[0], bytes, sizeof bytes);
        output.append(bytes, static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
        return size > 0;
    };
    bool alive = take();
    const auto end = std::chrono::steady_clock::now() + grace;
    while (alive && std::chrono::steady_clock::now() < end) {
        pollfd wait{ends[0], POLLIN, 0};
        if (::poll(&wait, 1, 1) > 0)
            alive = take();
    }
    ::kill(child, SIGKILL);
    while (take()) { }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(alive && WIFSIGNALED(status))
        << "the child ended by itself in round " << round << ", status " << status;
    return output;
}

void expectKept(Database& database, const Acknowledged& acknowledged)
{
    std::map<std::string, int> found;
    std::map<std::string, std::string> owners;
    const auto read = JournalReader(database).forEach(0, [&](const Event& event) {
        if (const MessageAdded* added = std::get_if<MessageAdded>(&event.payload))
            ++found[added->message.id.value];
        if (const OwnerChanged* changed = std::get_if<OwnerChanged>(&event.payload))
            owners[changed->conversation.value] = changed->to.agent.value;
        return true;
    });
    ASSERT_TRUE(read) << read.error().message;
    for (const std::string& message : acknowledged.messages)
        EXPECT_EQ(found[message], 1) << message;
    for (const auto& [conversation, agent] : acknowledged.owners)
        EXPECT_EQ(owners[conversation], agent) << "conversation " << conversation;
    const auto draft = WorkspaceStore(database).draft();
    ASSERT_TRUE(draft) << draft.error().message;
    if (acknowledged.draft > 0) {
        EXPECT_GE(std::stoll(draft->document), acknowledged.draft);
    }
}

TEST(KillNine, NothingAcknowledgedIsLostAndNoConversationHasTwoOwners)
{
    const unsigned seed = std::random_device{}();
    std::cout << "seed " << seed << "\n";
    std::mt19937 chance(seed);
    std::string pattern = (std::filesystem::temp_directory_path() / "signalbox-crash-XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(pattern.data());
    const std::filesystem::path workspace = folder / "w.signalbox";
    Acknowledged acknowledged;
    for (int round = 0; round < kills; ++round) {
        const std::chrono::microseconds grace{std::uniform_int_distribution<int>(0, 120'000)(chance)};
        acknowledged.read(runAndKill(workspace.string(), round, grace));
        auto database = Database::open(workspace, Database::Access::ReadOnly);
        ASSERT_TRUE(database) << database.error().message;
        std::set<std::string> offered;
        for (const Offer& offer : ConversationStore(*database).offersOut().value())
            EXPECT_TRUE(offered.insert(offer.conversation.value).second) << "offered to two agents";
    }
    auto database = Database::open(workspace, Database::Access::ReadOnly);
    ASSERT_TRUE(database) << database.error().message;
    expectKept(*database, acknowledged);
    EXPECT_FALSE(acknowledged.twoOwners);
    const auto report = checkHistory(*database);
    ASSERT_TRUE(report) << report.error().message;
    for (const HistoryFault& fault : report->faults)
        ADD_FAILURE() << "#" << fault.conversation.value << ", event " << fault.sequence << ": " << fault.what;
    std::cout << kills << " kills, " << acknowledged.messages.size() << " messages and " << acknowledged.owners.size()
              << " accepted offers acknowledged, " << report->events << " events\n";
    std::filesystem::remove_all(folder);
}

}
}
