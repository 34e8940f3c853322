#include "app/rules/intervals.h"
#include "app/rules/schedule_notes.h"
#include "model/calendar/clock_changes.h"

#include <gtest/gtest.h>

namespace signalbox {
namespace {

Instant at(const char* iso) { return *fromIso8601(iso); }

const Instant newYear = at("2026-01-01T00:00:00Z");
const Instant nextYear = at("2027-01-01T00:00:00Z");

Schedule aSchedule(std::vector<int> days, int from, int to, std::string zone = "Europe/Berlin")
{
    return {{"office"}, "Office", std::move(zone), {{std::move(days), from, to}}, {}};
}

Queue aQueue(std::string id, ScheduleId schedule, QueueId fallback = {})
{
    Queue queue;
    queue.id = {id};
    queue.name = id;
    queue.schedule = std::move(schedule);
    queue.fallback = std::move(fallback);
    return queue;
}

std::vector<ScheduleNote> notesOf(const Rulebook& rulebook, const std::vector<Agent>& agents = {})
{
    auto notes = scheduleNotes(rulebook, agents, newYear, nextYear);
    EXPECT_TRUE(notes) << notes.error().message;
    return notes.value_or(std::vector<ScheduleNote>{});
}

std::vector<std::string> words(const std::vector<ScheduleNote>& notes, ScheduleNote::Kind kind)
{
    std::vector<std::string> all;
    for (const ScheduleNote& note : notes)
        if (note.kind == kind)
            all.push_back(note.words);
    return all;
}

TEST(ScheduleNotes, AScheduleOpenAtNightFeelsBothChangesOfTheClocks)
{
    const LocalPlan nights{"Europe/Berlin", {{5, 22 * 60, 6 * 60}}, {}};   // Saturday 22:00 to Sunday 6:00
    const auto changes = clockChangesWhileOpen(nights, newYear, nextYear);
    ASSERT_TRUE(changes);
    ASSERT_EQ(changes->size(), 2u);
    EXPECT_EQ((*changes)[0].at, at("2026-03-29T01:00:00Z"));
    EXPECT_EQ((*changes)[0].minutes, 60);
    EXPECT_EQ((*changes)[0].during, (UtcInterval{at("2026-03-28T21:00:00Z"), at("2026-03-29T04:00:00Z")}));
    EXPECT_EQ((*changes)[1].at, at("2026-10-25T01:00:00Z"));
    EXPECT_EQ((*changes)[1].minutes, -60);
}

TEST(ScheduleNotes, OfficeHoursFeelNoChangeOfTheClocks)
{
    const LocalPlan office{"America/New_York", {{0, 9 * 60, 17 * 60}, {6, 9 * 60, 17 * 60}}, {}};
    const auto changes = clockChangesWhileOpen(office, newYear, nextYear);
    ASSERT_TRUE(changes);
    EXPECT_TRUE(changes->empty());
}

TEST(ScheduleNotes, NameAScheduleThatNeverOpens)
{
    Rulebook rulebook;
    rulebook.schedules = {{{"none"}, "Nobody's hours", "UTC", {}, {}}};
    EXPECT_EQ(words(notesOf(rulebook), ScheduleNote::Kind::AlwaysClosed),
              (std::vector<std::string>{"Nobody's hours is never open."}));
}

TEST(ScheduleNotes, CountTheHoursInWhichAQueueAndItsFallbackAreClosed)
{
    Rulebook rulebook;
    rulebook.schedules = {aSchedule({0, 1, 2, 3, 4}, 9 * 60, 17 * 60, "UTC")};
    rulebook.queues = {aQueue("sales", {"office"})};
    const auto notes = notesOf(rulebook);
    ASSERT_EQ(words(notes, ScheduleNote::Kind::Uncovered).size(), 1u);
    EXPECT_EQ(words(notes, ScheduleNote::Kind::Uncovered).front(),
              "sales is closed, and has no queue to fall back to: 128 hours a week.");
    EXPECT_EQ(notes.front().from, newYear);
    EXPECT_EQ(notes.front().until, at("2026-01-01T09:00:00Z"));
}

TEST(ScheduleNotes, AQueueThatFallsBackToOneThatIsAlwaysOpenIsCovered)
{
    Rulebook rulebook;
    rulebook.schedules = {aSchedule({0}, 9 * 60, 17 * 60)};
    rulebook.queues = {aQueue("sales", {"office"}, {"night"}), aQueue("night", {})};
    EXPECT_TRUE(words(notesOf(rulebook), ScheduleNote::Kind::Uncovered).empty());
}

TEST(ScheduleNotes, FallbacksInACircleEnd)
{
    Rulebook rulebook;
    rulebook.schedules = {aSchedule({0}, 9 * 60, 17 * 60)};
    rulebook.queues = {aQueue("a", {"office"}, {"b"}), aQueue("b", {"office"}, {"a"})};
    EXPECT_EQ(words(notesOf(rulebook), ScheduleNote::Kind::Uncovered).size(), 2u);
}

TEST(ScheduleNotes, NameTheLeaveOfTheOnlyPersonWhoCouldAnswer)
{
    Rulebook rulebook;
    rulebook.schedules = {aSchedule({0, 1, 2, 3, 4}, 9 * 60, 17 * 60, "UTC")};
    rulebook.queues = {aQueue("enterprise", {"office"})};
    rulebook.queues.front().skills = {{{"enterprise"}, 3}};
    Agent able;
    able.id = {"leila"};
    able.name = "Leila Haddad";
    able.skills = {{{"enterprise"}, 3}};
    able.leave = {{at("2026-08-03T00:00:00Z"), at("2026-08-05T00:00:00Z")}};   // Monday and Tuesday
    Agent unable = able;
    unable.id = {"tomasz"};
    unable.skills = {{{"enterprise"}, 2}};
    unable.leave = {};
    EXPECT_EQ(words(notesOf(rulebook, {able, unable}), ScheduleNote::Kind::LeaveClash),
              (std::vector<std::string>{
                  "enterprise is open for 16 hours while everybody who could answer is on leave: Leila Haddad."}));
    unable.skills = able.skills;
    EXPECT_TRUE(words(notesOf(rulebook, {able, unable}), ScheduleNote::Kind::LeaveClash).empty());
}

TEST(ScheduleNotes, AnUnknownTimeZoneIsAnErrorWithItsPlace)
{
    Rulebook rulebook;
    rulebook.schedules = {aSchedule({0}, 0, 60, "Europe/Atlantis")};
    const auto notes = scheduleNotes(rulebook, {}, newYear, nextYear);
    ASSERT_FALSE(notes);
    EXPECT_EQ(notes.error().place, "/schedules/0/timezone");
}

TEST(Intervals, UnionIntersectionAndDifferenceAgreeWithCountingMoments)
{
    const auto minute = [](int at) { return Instant{} + std::chrono::minutes{at}; };
    const std::vector<Interval> one = united({{minute(5), minute(9)}, {minute(0), minute(3)}, {minute(2), minute(4)}});
    const std::vector<Interval> other = united({{minute(3), minute(6)}, {minute(8), minute(12)}});
    const auto holds = [&](const std::vector<Interval>& set, int at) {
        for (const Interval& interval : set)
            if (interval.from <= minute(at) && minute(at) < interval.to)
                return true;
        return false;
    };
    for (int at = 0; at < 14; ++at) {
        EXPECT_EQ(holds(common(one, other), at), holds(one, at) && holds(other, at)) << at;
        EXPECT_EQ(holds(without(one, other), at), holds(one, at) && !holds(other, at)) << at;
    }
    EXPECT_EQ(totalLength(one), std::chrono::minutes{8});
}

}
}
