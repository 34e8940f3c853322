// One engine for many threads without a lock, and another put in its place while they decide. Also run by the thread sanitizer.
#include "routing/engine.h"
#include "routing/rulebook/rulebook_json.h"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <latch>
#include <thread>

namespace signalbox {
namespace {

constexpr int threads = 4;

// Policy "at least i" fires for numbers from i on, the highest first; enough of them for bit rows.
Rulebook rulebookOf(int policies, const std::string& prefix)
{
    std::string all;
    for (int i = policies; i > 0; --i)
        all += (all.empty() ? "" : ",") + (R"({"id":")" + prefix) + std::to_string(i)
            + R"(","name":"One","when":{"all":[{"attr":"crm.size","op":"ge","value":)" + std::to_string(i)
            + R"(},{"attr":"page.path","op":"matches","value":"^/[a-z]+$"}]},"actions":[{"type":"keep_with_ai"}]})";
    return *readRulebook("[" + all + "]");
}

Values sized(int size) { return {{"crm.size", double(size)}, {"page.path", std::string("/pricing")}}; }

void onThreads(const std::function<void(int)>& work)
{
    std::latch start(threads);
    std::vector<std::jthread> running;
    for (int i = 0; i < threads; ++i)
        running.emplace_back([&, i] {
            start.arrive_and_wait();
            work(i);
        });
}

TEST(EngineOnThreads, givesEachTheAnswerItGivesToOne)
{
    const Engine engine(rulebookOf(60, "p"), 1, {});
    std::atomic<int> wrong = 0;
    onThreads([&](int thread) {
        for (int i = 0; i < 300; ++i) {
            const int size = (i * 7 + thread * 13) % 61;
            const Policy* const policy = engine.firstMatch(sized(size), {});
            const std::string expected = size == 0 ? "" : "p" + std::to_string(size);
            wrong += (policy ? policy->id.value : std::string()) != expected ? 1 : 0;
        }
    });
    EXPECT_EQ(wrong, 0);
}

TEST(EngineOnThreads, isReplacedWholeWhileOthersDecide)
{
    // Not std::atomic<std::shared_ptr>: GCC 12's unlocks in a way that the thread sanitizer takes for a race.
    std::shared_ptr<const Engine> published = std::make_shared<const Engine>(rulebookOf(40, "v1-"), 1, OpenIntervals{});
    std::atomic<int> wrong = 0;
    std::atomic<int> sawSecond = 0;
    onThreads([&](int thread) {
        if (thread == 0)
            std::atomic_store(&published,
                              std::shared_ptr<const Engine>(
                                  std::make_shared<const Engine>(rulebookOf(50, "v2-"), 2, OpenIntervals{})));
        int version = 0;
        for (int i = 0; i < 200 || version < 2; ++i) {   // the second comes for certain
            const std::shared_ptr<const Engine> engine = std::atomic_load(&published);
            wrong += engine->version() < version ? 1 : 0;
            version = engine->version();
            const std::string expected = "v" + std::to_string(version) + "-" + std::to_string(version == 1 ? 40 : 50);
            wrong += engine->firstMatch(sized(1000), {})->id.value != expected ? 1 : 0;
        }
        ++sawSecond;
    });
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(sawSecond, threads);
}

}
}
