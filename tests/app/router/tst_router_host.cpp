#include "app/router/history_check.h"
#include "app/router/router_host.h"
#include "app/router/workspace_lock.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <future>
#include <thread>

namespace signalbox {
namespace {

class RouterHostTest : public ::testing::Test {
protected:
    RouterHostTest()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "signalbox-host-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        start();
    }
    ~RouterHostTest() override
    {
        host.reset();
        std::filesystem::remove_all(folder);
    }

    void start()
    {
        host.reset();
        auto started = RouterHost::start(folder / "w.signalbox", std::make_unique<SystemClock>(), "the test");
        if (!started)
            throw std::runtime_error(started.error().message);
        host = std::move(*started);
    }

    VisitorReceipt writes(const std::string& visitor, const std::string& id, const std::string& text)
    {
        VisitorInput input;
        input.visitor = {visitor};
        input.what = VisitorWrote{{id}, text};
        std::promise<VisitorReceipt> receipt;
        EXPECT_TRUE(
            host->submit(input, [&](const Result<VisitorReceipt>& answer) { receipt.set_value(answer.value()); }));
        return receipt.get_future().get();
    }

    std::filesystem::path folder;
    std::unique_ptr<RouterHost> host;
};

TEST_F(RouterHostTest, ManyVisitorsAtOnceAreAllAnsweredAndAllKept)
{
    constexpr int visitors = 4;
    constexpr int messagesEach = 50;
    std::vector<std::jthread> threads;
    for (int v = 0; v < visitors; ++v)
        threads.emplace_back([this, v] {
            for (int m = 0; m < messagesEach; ++m)
                writes("v" + std::to_string(v), std::to_string(v) + ":" + std::to_string(m), "hello");
        });
    threads.clear();
    host.reset();
    auto database = Database::open(folder / "w.signalbox", Database::Access::ReadOnly).value();
    const HistoryReport report = checkHistory(database).value();
    EXPECT_TRUE(report.faults.empty());
    EXPECT_EQ(report.conversations, visitors);
}

TEST_F(RouterHostTest, OneVisitorWhoArrivesOnManyThreadsAtOnceHasOneConversation)
{
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 8; ++thread)
        threads.emplace_back([this, thread] { writes("v1", std::to_string(thread), "hello"); });
    threads.clear();
    host.reset();
    auto database = Database::open(folder / "w.signalbox", Database::Access::ReadOnly).value();
    const HistoryReport report = checkHistory(database).value();
    EXPECT_TRUE(report.faults.empty());
    EXPECT_EQ(report.conversations, 1);
}

TEST_F(RouterHostTest, FinishesWhatItTookInBeforeItStops)
{
    std::atomic<int> answered = 0;
    for (int i = 0; i < 500; ++i) {
        VisitorInput input;
        input.visitor = {"v" + std::to_string(i)};
        input.what = VisitorWrote{{std::to_string(i)}, "hello"};
        ASSERT_TRUE(host->submit(input, [&](const auto& receipt) { answered += receipt ? 1 : 0; }));
    }
    host.reset();
    EXPECT_EQ(answered, 500);
}

TEST_F(RouterHostTest, AFullQueuePushesBack)
{
    std::promise<void> held;
    std::promise<void> release;
    VisitorInput first;
    first.visitor = {"first"};
    first.what = VisitorWrote{{"first"}, "hello"};
    ASSERT_TRUE(host->submit(first, [&](const auto&) {
        held.set_value();
        release.get_future().wait();
    }));
    held.get_future().wait();
    int taken = 0;
    VisitorInput typing;
    typing.visitor = {"nobody"};
    typing.what = VisitorTypes{};
    while (taken < 20'000 && host->submit(typing, {}))
        ++taken;
    EXPECT_EQ(taken, 10'000);
    release.set_value();
}

TEST_F(RouterHostTest, AScreenThatFollowsGetsEverythingFirstAndNothingOnceItIsGone)
{
    writes("v1", "a", "hello");
    const auto nothing = [](const std::string&) {};
    std::promise<ChangeSet> first;
    std::atomic<int> told = 0;
    host->follow(
        [&](const ChangeSet& changes) {
            if (++told == 1)
                first.set_value(changes);
            return told < 2;
        },
        nothing);
    std::promise<void> another;
    std::atomic<int> toldTheOther = 0;
    host->follow(
        [&](const ChangeSet&) {
            if (++toldTheOther == 3)
                another.set_value();
            return true;
        },
        nothing);
    const ChangeSet everything = first.get_future().get();
    EXPECT_EQ(everything.conversations.size(), 1u);
    EXPECT_TRUE(everything.rulebook);
    EXPECT_TRUE(everything.website);
    writes("v1", "b", "hello");
    writes("v1", "c", "hello");
    another.get_future().wait();
    EXPECT_EQ(told, 2);
}

TEST_F(RouterHostTest, ReadsAConversationWithoutHoldingUpTheRouter)
{
    writes("v1", "a", "hello");
    std::promise<Result<ConversationDetail>> loaded;
    host->loadDetail({"1"}, [&](Result<ConversationDetail> detail) { loaded.set_value(std::move(detail)); });
    const auto detail = loaded.get_future().get();
    ASSERT_TRUE(detail) << detail.error().message;
    EXPECT_EQ(detail->messages.front().text, "hello");
    EXPECT_TRUE(detail->decision);
    std::promise<Result<ConversationDetail>> missing;
    host->loadDetail({"99"}, [&](Result<ConversationDetail> none) { missing.set_value(std::move(none)); });
    EXPECT_EQ(missing.get_future().get().error().message, "There is no conversation #99.");
    std::promise<Result<std::vector<Message>>> earlier;
    host->loadEarlier({"1"}, 2, [&](Result<std::vector<Message>> messages) { earlier.set_value(std::move(messages)); });
    EXPECT_EQ(earlier.get_future().get()->size(), 1u);
}

TEST_F(RouterHostTest, AListenerHearsOfItsVisitorsUntilItLeaves)
{
    std::atomic<int> heard = 0;
    std::promise<std::string> first;
    const int handle = host->listen([&](const VisitorUpdate& update) {
        if (++heard == 1)
            first.set_value(update.visitor.value);
    });
    writes("v1", "a", "hello");
    EXPECT_EQ(first.get_future().get(), "v1");
    host->unlisten(handle);
    const int before = heard;
    writes("v1", "b", "hello");
    host.reset();
    EXPECT_EQ(heard, before);
}

TEST_F(RouterHostTest, ASecondOneLearnsWhoHasTheWorkspace)
{
    const auto second = RouterHost::start(folder / "w.signalbox", std::make_unique<SystemClock>(), "signalbox serve");
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().message,
              "The workspace is in use by the test (process " + std::to_string(::getpid())
                  + "). Close it there first, or open another workspace.");
    EXPECT_EQ(WorkspaceLock::holder(folder / "w.signalbox"), (WorkspaceHolder{::getpid(), "the test"}));
    host.reset();
    EXPECT_EQ(WorkspaceLock::holder(folder / "w.signalbox"), std::nullopt);
    start();
}

TEST_F(RouterHostTest, AWorkspaceInAFolderThatIsNotThereIsAClearError)
{
    const auto missing = RouterHost::start(folder / "no" / "such" / "w.signalbox", std::make_unique<SystemClock>());
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().message.find("Check that the folder exists"), std::string::npos);
}

}
}
