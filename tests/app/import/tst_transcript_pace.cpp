#include "app/channels/transcript_pace.h"

#include <gtest/gtest.h>

namespace signalbox {
namespace {

using namespace std::chrono_literals;

TranscriptRecord aRecord(std::string conversation, std::string turn, std::string text = "hello")
{
    TranscriptRecord record;
    record.conversation = std::move(conversation);
    record.turn = std::move(turn);
    record.text = std::move(text);
    return record;
}

TEST(TranscriptPace, beginsConversationsThirtySecondsApart)
{
    TranscriptPace pace;
    EXPECT_EQ(pace.dueOf(aRecord("a", "0")), 0s);
    EXPECT_EQ(pace.dueOf(aRecord("b", "0")), 30s);
    EXPECT_EQ(pace.dueOf(aRecord("c", "0")), 60s);
}

TEST(TranscriptPace, givesLongMessagesMoreTime)
{
    TranscriptPace brief;
    TranscriptPace wordy;
    brief.dueOf(aRecord("a", "0"));
    wordy.dueOf(aRecord("a", "0"));
    const auto short_ = brief.dueOf(aRecord("a", "2", "yes please"));
    const auto long_ = wordy.dueOf(aRecord("a", "2", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21"));
    EXPECT_GE(short_, 20s);
    EXPECT_LT(short_, 30s);
    EXPECT_EQ(long_ - short_, 4s);
}

TEST(TranscriptPace, isTheSameEveryTime)
{
    const auto play = [] {
        TranscriptPace pace;
        std::vector<TranscriptPace::Offset> dues;
        for (const char* turn : {"0", "2", "4", "6"})
            dues.push_back(pace.dueOf(aRecord("31971762", turn)));
        return dues;
    };
    EXPECT_EQ(play(), play());
}

TEST(TranscriptPace, keepsTheFilesOwnTimes)
{
    TranscriptPace pace;
    TranscriptRecord first = aRecord("a", "1");
    TranscriptRecord second = aRecord("a", "2");
    first.at = fromIso8601("2026-03-02T10:00:00Z");
    second.at = fromIso8601("2026-03-02T10:02:30Z");
    EXPECT_EQ(pace.dueOf(first), 0s);
    EXPECT_EQ(pace.dueOf(second), 150s);
}

TEST(TranscriptPace, neverTurnsATalkRound)
{
    TranscriptPace pace;
    TranscriptRecord first = aRecord("a", "1");
    TranscriptRecord second = aRecord("a", "2");
    first.at = fromIso8601("2026-03-02T10:00:00Z");
    second.at = fromIso8601("2026-03-02T09:00:00Z");
    EXPECT_EQ(pace.dueOf(first), 0s);
    EXPECT_EQ(pace.dueOf(second), 0s);
}

}
}
