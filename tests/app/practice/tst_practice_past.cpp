#include "app/practice/practice_past.h"

#include "app/router/history_check.h"
#include "model/storage/figures_store.h"
#include "model/storage/journal_store.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <algorithm>

namespace signalbox {
namespace {

class PracticePastTest : public ::testing::Test {
protected:
    std::filesystem::path file(const char* name) const { return folder.filePath(QString::fromLatin1(name)).toStdString(); }
    // Monday 1 June 2026.
    PracticePlan aMonday(std::uint32_t seed = 1) const
    {
        const Instant monday = *fromIso8601("2026-06-01T00:00:00Z");
        return {monday, monday + std::chrono::days{1}, seed};
    }
    Result<PracticePlayed> play(const char* name, const PracticePlan& plan)
    {
        return playPracticePast(file(name), plan, [](const PracticePlayed&) {});
    }
    std::vector<Event> journal(const char* name)
    {
        std::vector<Event> events;
        auto database = Database::open(file(name), Database::Access::ReadOnly);
        EXPECT_TRUE(JournalReader(database.value()).forEach(0, [&](const Event& event) {
            events.push_back(event);
            return true;
        }));
        return events;
    }

    QTemporaryDir folder;
};

TEST_F(PracticePastTest, aDayIsPlayedAsItWouldHaveBeen)
{
    const auto played = play("day.signalbox", aMonday());
    ASSERT_TRUE(played) << played.error().message;
    EXPECT_EQ(played->days, 1);
    auto database = Database::open(file("day.signalbox"), Database::Access::ReadOnly);
    FiguresStore store(*database);
    const FigureRows& rows = **store.rows();
    const auto& all = rows.conversations;
    EXPECT_GE(played->conversations, 40);
    EXPECT_GE(std::ssize(all), 40);
    EXPECT_TRUE(std::ranges::all_of(all, [](const auto& each) { return each.origin == Origin::Practice; }));
    const auto answered = std::ranges::count_if(all, [](const auto& each) { return each.answeredAt != never; });
    const auto closed = std::ranges::count_if(all, [](const auto& each) { return each.closedAt != never; });
    EXPECT_GE(answered, std::ssize(all) / 4);
    EXPECT_EQ(closed, std::ssize(all)) << "everybody goes home with nothing left open";
    EXPECT_TRUE(std::ranges::any_of(all, [](const auto& each) { return each.outcome == ShownOutcome::Converted; }));
    EXPECT_TRUE(std::ranges::any_of(rows.alerts, [](const auto& each) { return each.verdict.has_value(); }));
    const auto report = checkHistory(*database);
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->faults.empty());
}

TEST_F(PracticePastTest, theSameSeedPlaysTheSameDayAndNoneGoesIntoAnOlderPast)
{
    ASSERT_TRUE(play("one.signalbox", aMonday()));
    ASSERT_TRUE(play("same.signalbox", aMonday()));
    EXPECT_EQ(journal("one.signalbox"), journal("same.signalbox"));
    const auto again = play("one.signalbox", aMonday());
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().message,
              "In this workspace something happened on 2026-06-01 already. A past can be played only into one that is older, or "
              "not there yet.");
    PracticePlan next = aMonday();
    next.from += std::chrono::days{7};
    next.until += std::chrono::days{7};
    EXPECT_TRUE(play("one.signalbox", next)) << "days may follow days";
}

}
}
