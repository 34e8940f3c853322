#include "app/practice/practice_room.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

namespace signalbox {
namespace {

using namespace std::chrono_literals;

const Instant noon = *fromIso8601("2026-03-02T12:00:00Z");

PracticeVisitor aVisitor(std::vector<std::string> lines)
{
    PracticeVisitor visitor;
    visitor.id = "v";
    visitor.name = "Ada";
    visitor.language = "en";
    visitor.device = "desktop";
    visitor.pages = {{"/pricing", "Prices", 10s}};
    visitor.lines = std::move(lines);
    visitor.nudge = "Hello?";
    visitor.bye = "Bye";
    visitor.patience = 60s;
    return visitor;
}

VisitorUpdate aReply(const VisitorId& to, Author author)
{
    VisitorUpdate update;
    update.visitor = to;
    update.messages.push_back({MessageId{"r"}, 2, author, {}, "Someone", "Here is your answer.", noon, false, {}});
    return update;
}

// Plays second by second and keeps what was sent.
struct Play {
    explicit Play(std::vector<PracticeVisitor> script) : room(std::move(script), 7, "test")
    {
        room.switchOn(true, now);
    }

    void forSeconds(int seconds)
    {
        for (int i = 0; i < seconds; ++i) {
            now += 1s;
            for (VisitorInput& input : room.play(now))
                sent.push_back(std::move(input));
        }
    }
    std::vector<std::string> saidBy(const VisitorId& visitor) const
    {
        std::vector<std::string> texts;
        for (const VisitorInput& input : sent)
            if (const auto* wrote = std::get_if<VisitorWrote>(&input.what); wrote && input.visitor == visitor)
                texts.push_back(wrote->text);
        return texts;
    }
    VisitorId first() const { return sent.front().visitor; }

    Instant now = noon;
    PracticeRoom room;
    std::vector<VisitorInput> sent;
};

TEST(PracticeRoom, bringsVisitorsThatAreMarkedAsPractice)
{
    Play play({aVisitor({"one"})});
    play.forSeconds(30);
    ASSERT_FALSE(play.sent.empty());
    for (const VisitorInput& input : play.sent)
        EXPECT_EQ(input.origin, Origin::Practice);
    EXPECT_TRUE(std::holds_alternative<VisitorContext>(play.sent.front().what));
}

TEST(PracticeRoom, saysTheNextLineOnlyWhenAnswered)
{
    Play play({aVisitor({"one", "two"})});
    play.forSeconds(40);
    EXPECT_THAT(play.saidBy(play.first()), testing::ElementsAre("one"));
    play.room.told(aReply(play.first(), Author::Ai), play.now);
    play.forSeconds(20);
    EXPECT_THAT(play.saidBy(play.first()), testing::ElementsAre("one", "two"));
    play.room.told(aReply(play.first(), Author::Agent), play.now);
    play.forSeconds(20);
    EXPECT_THAT(play.saidBy(play.first()), testing::ElementsAre("one", "two", "Bye"));
    EXPECT_FALSE(play.room.isPresent(play.first()));
}

TEST(PracticeRoom, doesNotTakeTheHandoffForAnAnswer)
{
    Play play({aVisitor({"one", "two"})});
    play.forSeconds(40);
    VisitorUpdate handoff = aReply(play.first(), Author::Ai);
    handoff.owner = OwnerKind::Queue;
    play.room.told(handoff, play.now);
    play.forSeconds(10);
    EXPECT_THAT(play.saidBy(play.first()), testing::ElementsAre("one"));
}

TEST(PracticeRoom, remindsOnceAndThenLeaves)
{
    Play play({aVisitor({"one", "two"})});
    play.forSeconds(30);
    const VisitorId visitor = play.first();
    play.forSeconds(200);
    EXPECT_THAT(play.saidBy(visitor), testing::ElementsAre("one", "Hello?"));
    EXPECT_FALSE(play.room.isPresent(visitor));
}

TEST(PracticeRoom, leavesWhenTheConversationIsClosed)
{
    Play play({aVisitor({"one", "two"})});
    play.forSeconds(40);
    VisitorUpdate closed;
    closed.visitor = play.first();
    closed.closed = true;
    play.room.told(closed, play.now);
    EXPECT_FALSE(play.room.isPresent(play.first()));
}

TEST(PracticeRoom, keepsTheNumberOfOpenConversationsBounded)
{
    PracticeVisitor patient = aVisitor({"one"});
    patient.patience = 10'000s;
    Play play({patient});
    play.forSeconds(2000);
    EXPECT_EQ(play.room.present(), PracticeRoom::mostOpen);
}

TEST(PracticeRoom, countsConversationsWhoseVisitorHasLeft)
{
    Play play({aVisitor({"one"})});
    play.room.setLeftBehind(PracticeRoom::mostOpen);
    play.forSeconds(120);
    EXPECT_TRUE(play.sent.empty());
}

TEST(PracticeRoom, isSilentWhenSwitchedOff)
{
    Play play({aVisitor({"one"})});
    play.forSeconds(5);
    play.room.switchOn(false, play.now);
    play.sent.clear();
    play.forSeconds(120);
    EXPECT_TRUE(play.sent.empty());
    EXPECT_FALSE(play.room.nextDue());
}

TEST(PracticeRoom, playsTheSameForTheSameSeed)
{
    const auto texts = [] {
        Play play({aVisitor({"one"}), aVisitor({"uno"}), aVisitor({"eins"})});
        play.forSeconds(300);
        std::vector<std::string> said;
        for (const VisitorInput& input : play.sent)
            if (const auto* wrote = std::get_if<VisitorWrote>(&input.what))
                said.push_back(wrote->message.value + wrote->text);
        return said;
    };
    EXPECT_EQ(texts(), texts());
}

TEST(PracticeScript, ofTheSampleCanBeReadAndNamesNoOneTwice)
{
    std::ifstream file(std::filesystem::path(TEST_DATA) / "../../resources/samples/practice.json");
    const auto script = readPracticeScript(std::string((std::istreambuf_iterator<char>(file)), {}));
    ASSERT_TRUE(script) << script.error().message;
    EXPECT_GE(script->size(), 25u);
    std::set<std::string> ids;
    for (const PracticeVisitor& visitor : *script)
        EXPECT_TRUE(ids.insert(visitor.id).second) << visitor.id;
}

TEST(PracticeScript, saysWhereItCannotBeRead)
{
    EXPECT_FALSE(readPracticeScript("[]"));
    const auto result = readPracticeScript(R"({"visitors":[{"id":"x"}]})");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().place, "/visitors/0");
}

}
}
