#include "app/channels/transcript_import.h"

#include "tests/app/import/recording_door.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace signalbox {
namespace {

using test::RecordingDoor;
using testing::ElementsAre;
using testing::HasSubstr;

class TranscriptImportTest : public testing::Test {
protected:
    TranscriptImportTest() { std::filesystem::create_directories(m_folder); }
    ~TranscriptImportTest() override { std::filesystem::remove_all(m_folder); }

    std::filesystem::path write(const std::string& name, const std::string& content)
    {
        std::ofstream(m_folder / name, std::ios::binary) << content;
        return m_folder / name;
    }

    ImportReport play(std::vector<std::filesystem::path> files, double speed = 0)
    {
        return TranscriptImport(door, {std::move(files), std::nullopt, speed}).run();
    }

    RecordingDoor door;

private:
    std::filesystem::path m_folder = std::filesystem::path(testing::TempDir())
        / ("signalbox-import-" + std::to_string(::getpid()) + "-"
           + testing::UnitTest::GetInstance()->current_test_info()->name());
};

const std::string head = "conversationId\tturnNumber\tutterance\tslot-labels\tintent\n";

Value contextValue(const VisitorInput& input, const std::string& attribute)
{
    if (const auto* context = std::get_if<VisitorContext>(&input.what))
        for (const ContextChange& change : context->changes)
            if (change.attribute == attribute)
                return *change.value;
    return std::string("missing");
}

TEST_F(TranscriptImportTest, playsEveryTurnInOrderWithItsContextFirst)
{
    const auto report = play({write("airline_dev.tsv",
                                    head
                                        + "c1\t0\thello\tO\topeninggreeting\n"
                                          "c1\t2\tbook a seat\tO O O\tbookflight<div>getseatinfo\n")});
    EXPECT_THAT(door.texts(), ElementsAre("hello", "book a seat"));
    EXPECT_EQ(contextValue(door.inputs[0], "import.department"), Value{std::string("airline")});
    EXPECT_EQ(contextValue(door.inputs[0], "import.file"), Value{std::string("airline_dev.tsv")});
    EXPECT_EQ(contextValue(door.inputs[2], "import.intent"), Value{std::string("bookflight")});
    EXPECT_EQ(report.conversations, 1);
    EXPECT_EQ(report.added, 2);
    EXPECT_EQ(report.refused, 0);
}

TEST_F(TranscriptImportTest, marksWhatComesAtOnceAsHistory)
{
    play({write("a.tsv", head + "c1\t0\thello\tO\tx\n")});
    EXPECT_EQ(door.inputs.front().channel, Channel::Import);
    EXPECT_EQ(door.inputs.front().origin, Origin::Imported);
    EXPECT_FALSE(door.inputs.front().offerable);
}

TEST_F(TranscriptImportTest, offersWhatIsPlayedAtAPace)
{
    play({write("a.tsv", head + "c1\t0\thello\tO\tx\n")}, 1000);
    EXPECT_TRUE(door.inputs.front().offerable);
}

TEST_F(TranscriptImportTest, addsNothingTwiceEvenFromACopyUnderAnotherName)
{
    const std::string content = head + "c1\t0\thello\tO\tx\nc2\t0\thi\tO\tx\n";
    EXPECT_EQ(play({write("first.tsv", content)}).added, 2);
    const auto second = play({write("copy.tsv", content)});
    EXPECT_EQ(second.added, 0);
    EXPECT_EQ(second.alreadyThere, 2);
}

TEST_F(TranscriptImportTest, leavesTheDoorAloneWhenTheMessageIsKnown)
{
    const auto file = write("a.tsv", head + "c1\t0\thello\tO\tx\n");
    const auto report = TranscriptImport(door, {{file}, std::nullopt, 0}, [](const MessageId& id) {
                            return id.value == "multidogo:c1:0";
                        }).run();
    EXPECT_TRUE(door.inputs.empty());
    EXPECT_EQ(report.alreadyThere, 1);
}

TEST_F(TranscriptImportTest, namesEachRefusedLineAndWhy)
{
    const auto report = play({write("a.tsv",
                                    head
                                        + "c1\t0\t \tO\tx\n"
                                          "c1\t2\ttoo few fields\n"
                                          "c1\tfour\thi\tO\tx\n"
                                          "c1\t6\t\xFF\xFE\tO\tx\n"
                                          "c1\t8\tfine\tO\tx\n")});
    EXPECT_EQ(report.refused, 4);
    EXPECT_EQ(report.added, 1);
    EXPECT_EQ(report.firstRefused[0].place, "a.tsv:2");
    EXPECT_EQ(report.firstRefused[0].why, "The message is empty.");
    EXPECT_THAT(report.firstRefused[1].why, HasSubstr("3 fields"));
    EXPECT_THAT(report.firstRefused[2].why, HasSubstr("turn number"));
    EXPECT_EQ(report.firstRefused[3].place, "a.tsv:5");
    EXPECT_THAT(report.firstRefused[3].why, HasSubstr("UTF-8"));
}

TEST_F(TranscriptImportTest, keepsTheContextOfALineWhoseMessageIsRefused)
{
    play({write("media_x.tsv", head + "c1\t0\t \tO\tx\nc1\t2\thello\tO\tx\n")});
    EXPECT_EQ(contextValue(door.inputs.front(), "import.department"), Value{std::string("media")});
}

TEST_F(TranscriptImportTest, countsARepeatedTurnOnceAndRefusesOneThatChangedItsText)
{
    const auto report = play({write("a.tsv", head + "c1\t0\thello\tO\tx\nc1\t0\thello\tO\tx\nc1\t0\tother\tO\tx\n")});
    EXPECT_EQ(report.added, 1);
    EXPECT_EQ(report.alreadyThere, 1);
    EXPECT_EQ(report.refused, 1);
    EXPECT_THAT(report.firstRefused.front().why, HasSubstr("another text"));
}

TEST_F(TranscriptImportTest, readsAByteOrderMarkWindowsLineEndsAndQuotes)
{
    play(
        {write("a.tsv", "\xEF\xBB\xBF" + head.substr(0, head.size() - 1) + "\r\nc1\t0\t\"say \"\"hi\"\"\"\tO\tx\r\n")});
    EXPECT_THAT(door.texts(), ElementsAre("say \"hi\""));
}

TEST_F(TranscriptImportTest, refusesALineOfMoreThanAMegabyteAndGoesOn)
{
    const auto report = play({write("a.tsv", head + std::string(2'000'000, 'x') + "\nc1\t0\thello\tO\tx\n")});
    EXPECT_EQ(report.refused, 1);
    EXPECT_EQ(report.firstRefused.front().place, "a.tsv:2");
    EXPECT_THAT(door.texts(), ElementsAre("hello"));
}

TEST_F(TranscriptImportTest, saysWhichFileCannotBeRead)
{
    const auto report
        = play({"/nowhere/there.tsv", write("b.txt", "just words\n"), write("c.tsv", head + "c\t0\thi\tO\tx\n")});
    ASSERT_EQ(report.unreadable.size(), 2u);
    EXPECT_THAT(report.unreadable[0].message, HasSubstr("cannot be opened"));
    EXPECT_THAT(report.unreadable[1].message, HasSubstr("--as"));
    EXPECT_EQ(report.added, 1);
}

TEST_F(TranscriptImportTest, saysSoWhenACompressedFileIsCutOff)
{
    std::ifstream whole(std::filesystem::path(TEST_DATA) / "import" / "parcels.tsv.gz", std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(whole)), {});
    ASSERT_GT(bytes.size(), 40u);
    const auto report = play({write("cut.tsv.gz", bytes.substr(0, bytes.size() - 12))});
    ASSERT_EQ(report.unreadable.size(), 1u);
    EXPECT_THAT(report.unreadable.front().message, HasSubstr("end is missing"));
}

TEST_F(TranscriptImportTest, readsMessagesAndWholeConversationsAsJsonLines)
{
    const auto report
        = play({write("talk.jsonl",
                      R"({"conversation":"a","text":"hi","context":{"page.path":"/pricing","crm.deal_size":900}})"
                      "\n"
                      R"({"conversation":7,"name":"Ada","outcome":"sold","messages":[)"
                      R"({"author":"visitor","text":"one","at":"2026-03-02T10:00:00Z"},)"
                      R"({"author":"agent","text":"reply"},{"text":"two"}]})"
                      "\n")});
    EXPECT_THAT(door.texts(), ElementsAre("hi", "one", "two"));
    EXPECT_EQ(contextValue(door.inputs[0], "page.path"), Value{std::string("/pricing")});
    EXPECT_EQ(contextValue(door.inputs[0], "crm.deal_size"), Value{900.0});
    EXPECT_EQ(contextValue(door.inputs[2], "import.outcome"), Value{std::string("sold")});
    EXPECT_EQ(door.inputs[3].visitorName, "Ada");
    EXPECT_EQ(door.inputs[3].at, fromIso8601("2026-03-02T10:00:00Z"));
    EXPECT_EQ(report.notPlayed, 1);
    EXPECT_EQ(report.conversations, 2);
}

TEST_F(TranscriptImportTest, refusesJsonThatIsNoMessage)
{
    const auto report = play({write("talk.jsonl",
                                    "{\"conversation\":\"a\",\"text\":\"fine\"}\n"
                                    "{\"conversation\":\"a\",\"text\":5}\n"
                                    "{\"text\":\"nobody's\"}\n"
                                    "[1]\n"
                                    "{\"conversation\":\"a\",\"text\":\"x\",\"at\":\"yesterday\"}\n"
                                    "{\"conversation\":\"a\",\"text\":\"x\",\"context\":{\"Path\":1}}\n"
                                    "{\"conversation\":\"a\",\"author\":\"robot\",\"text\":\"x\"}\n"
                                    "{\"a\":"
                                        + std::string(500'000, '[') + "\n")});
    EXPECT_EQ(report.added, 1);
    EXPECT_EQ(report.refused, 7);
}

TEST_F(TranscriptImportTest, triesAgainWhenTheDoorIsFull)
{
    door.turnAway = 3;
    const auto report = play({write("a.tsv", head + "c1\t0\thello\tO\tx\nc1\t2\tagain\tO\tx\n")});
    EXPECT_EQ(report.added, 2);
}

TEST_F(TranscriptImportTest, stopsWhenCancelledWhileItWaits)
{
    const auto file = write("a.tsv", head + "c1\t0\thello\tO\tx\nc1\t2\tmuch later\tO\tx\n");
    TranscriptImport transcripts(door, {{file}, std::nullopt, 0.0001});
    transcripts.onProgress([&](const ImportProgress&) { transcripts.cancel(); });
    const auto report = transcripts.run();
    EXPECT_TRUE(report.cancelled);
    EXPECT_LT(report.added, 2);
}

TEST_F(TranscriptImportTest, playsSeveralConversationsAtOnceAtTheirOwnTimes)
{
    play(
        {write(
            "talk.jsonl",
            R"({"conversation":"a","messages":[{"text":"a1","at":"2026-03-02T10:00:00Z"},{"text":"a2","at":"2026-03-02T10:01:00Z"}]})"
            "\n"
            R"({"conversation":"b","messages":[{"text":"b1","at":"2026-03-02T10:00:30Z"},{"text":"b2","at":"2026-03-02T10:01:30Z"}]})"
            "\n")},
        100'000);
    EXPECT_THAT(door.texts(), ElementsAre("a1", "b1", "a2", "b2"));
}

TEST_F(TranscriptImportTest, readsTheDialoguesThatRealCustomersWrote)
{
    const auto file = std::filesystem::path(SHARED_DATA) / "data" / "multidogo" / "airline_dev.tsv.gz";
    if (!std::filesystem::exists(file))
        GTEST_SKIP() << "MultiDoGO is not beside the checkout";
    const auto report = play({file});
    EXPECT_GT(report.added, 1000);
    EXPECT_GT(report.conversations, 100);
    EXPECT_TRUE(report.unreadable.empty());
    for (const auto& [why, count] : report.refusedWhy)
        EXPECT_EQ(why, "The message is empty.");
}

}
}
