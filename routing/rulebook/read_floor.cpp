// Schedules and queues: the parts of a rulebook that say when and where conversations wait.
#include "routing/rulebook/read_sections.h"

#include "routing/json/entries.h"

#include <array>
#include <chrono>

namespace signalbox {
namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr std::array<std::string_view, 7> dayNames{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// "09:30" as minutes; "24:00" is the end of the day.
std::optional<int> minutesOf(std::string_view time)
{
    const bool hasForm = time.size() == 5 && time[2] == ':' && isDigit(time[0]) && isDigit(time[1]) && isDigit(time[3])
        && isDigit(time[4]);
    if (!hasForm)
        return std::nullopt;
    const int minutes = ((time[0] - '0') * 10 + time[1] - '0') * 60 + (time[3] - '0') * 10 + time[4] - '0';
    return time[3] <= '5' && minutes <= minutesOfDay ? std::optional(minutes) : std::nullopt;
}

bool isDate(const std::string& date) { return date.size() == 10 && fromIso8601(date + "T00:00:00Z").has_value(); }

int readTime(ObjectReader& reader, std::string_view key, int least, int most, Issues& issues)
{
    const std::string expected
        = key == "from" ? "a time from \"00:00\" to \"23:59\"" : "a time from \"00:01\" to \"24:00\", or \"00:00\"";
    const JsonTree* const found = reader.required(key, expected);
    auto minutes = found ? minutesOf(found->text) : std::nullopt;
    if (minutes == 0 && key == "to")
        minutes = minutesOfDay;
    if (found && (!minutes || *minutes < least || *minutes > most))
        issues.add(Place(reader.place(), key), found, expected);
    return minutes.value_or(least);
}

std::vector<int> readDays(ObjectReader& reader, Issues& issues)
{
    std::vector<int> days;
    const JsonTree* const list = reader.list("days", true);
    const Place place(reader.place(), "days");
    if (list && list->items.empty())
        issues.add(place, list, "days: mon, tue, wed, thu, fri, sat or sun");
    for (std::size_t i = 0; list && i < list->items.size(); ++i) {
        const auto day = std::find(dayNames.begin(), dayNames.end(), list->items[i].text);
        if (day == dayNames.end())
            issues.add(Place(place, i), &list->items[i], "mon, tue, wed, thu, fri, sat or sun");
        else
            days.push_back(static_cast<int>(day - dayNames.begin()));
    }
    return days;
}

std::vector<WeeklyInterval> readWeekly(const JsonTree& list, const Place& place, Issues& issues)
{
    std::vector<WeeklyInterval> weekly;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        ObjectReader reader(list.items[i], Place(place, i), issues, "\"days\", \"from\" and \"to\"");
        if (!reader.isObject())
            continue;
        WeeklyInterval interval;
        interval.days = readDays(reader, issues);
        interval.fromMinute = readTime(reader, "from", 0, minutesOfDay - 1, issues);
        interval.toMinute = readTime(reader, "to", 1, minutesOfDay, issues);
        reader.refuseOtherKeys();
        weekly.push_back(std::move(interval));
    }
    return weekly;
}

std::vector<Skill> readSkills(const JsonTree& list, const Place& place, Issues& issues)
{
    return readEntries<Skill>(list, place, issues, "a skill with \"id\" and \"level\"", [](ObjectReader& reader) {
        return Skill{SkillId{reader.id("id")}, reader.whole("level", 1, 5, 1)};
    });
}

std::vector<Requirement> readDropped(ObjectReader& step, Issues& issues)
{
    std::vector<Requirement> dropped;
    const JsonTree* const list = step.list("drop", false);
    for (std::size_t i = 0; list && i < list->items.size(); ++i) {
        if (const auto known = requirementFromName(list->items[i].text))
            dropped.push_back(*known);
        else
            issues.add(Place(Place(step.place(), "drop"), i), &list->items[i],
                       "language, territory, product_line, deal_size or team");
    }
    return dropped;
}

std::vector<RelaxStep> readRelax(const JsonTree& list, const Place& place, Issues& issues)
{
    std::vector<RelaxStep> steps;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        ObjectReader reader(list.items[i], Place(place, i), issues,
                            "a step with \"after_seconds\", \"skill_level\" and \"drop\"");
        if (!reader.isObject())
            continue;
        const seconds after{reader.whole("after_seconds", 0, longestSeconds, std::nullopt)};
        auto drop = readDropped(reader, issues);
        const auto unchanged = drop.empty() ? std::nullopt : std::optional(RelaxStep{}.skillLevel);
        steps.push_back({after, reader.whole("skill_level", 0, 5, unchanged), std::move(drop)});
        reader.refuseOtherKeys();
    }
    return steps;
}

void checkReference(ObjectReader& reader, std::string_view key, const std::string& id,
                    const std::set<std::string, std::less<>>& ids, std::string_view what, Issues& issues)
{
    if (!id.empty() && !ids.contains(id))
        issues.add(Place(reader.place(), key), "\"" + id + "\"", std::string(what) + " of this rulebook");
}

Queue readQueue(ObjectReader& reader, const ReadingContext& context)
{
    Queue queue;
    queue.id.value = reader.id("id");
    queue.name = reader.name("name", queue.id.value);
    if (const JsonTree* const skills = reader.list("skills", false))
        queue.skills = readSkills(*skills, Place(reader.place(), "skills"), context.issues);
    queue.schedule.value = reader.optionalId("schedule");
    checkReference(reader, "schedule", queue.schedule.value, context.names.schedules, "a schedule", context.issues);
    queue.fallback.value = reader.optionalId("fallback");
    checkReference(reader, "fallback", queue.fallback.value, context.names.queues, "a queue", context.issues);
    if (!queue.fallback.empty() && queue.fallback == queue.id)
        context.issues.add(Place(reader.place(), "fallback"), "the queue itself", "another queue");
    if (const JsonTree* const relax = reader.list("relax", false))
        queue.relax = readRelax(*relax, Place(reader.place(), "relax"), context.issues);
    queue.askAgainAfter
        = seconds{reader.whole("ask_again_seconds", 0, longestSeconds, static_cast<int>(Queue{}.askAgainAfter.count()))};
    queue.team = reader.optionalId("team");
    queue.raiseAfter = seconds{reader.whole("raise_after_seconds", 0, longestSeconds, 0)};
    queue.affinityFor = seconds{reader.whole("affinity_seconds", 0, longestSeconds, 0)};
    queue.offerFor = seconds{reader.whole("offer_seconds", 5, 3600, static_cast<int>(Queue{}.offerFor.count()))};
    return queue;
}

}

std::vector<Schedule> readSchedules(const JsonTree& list, const Place& place, Issues& issues)
{
    return readEntries<Schedule>(list, place, issues, "a schedule", [&issues](ObjectReader& reader) {
        Schedule schedule;
        schedule.id.value = reader.id("id");
        schedule.name = reader.name("name", schedule.id.value);
        schedule.timezone = reader.id("timezone");
        if (const JsonTree* const weekly = reader.list("weekly", true))
            schedule.weekly = readWeekly(*weekly, Place(reader.place(), "weekly"), issues);
        if (const JsonTree* const closed = reader.list("closed", false))
            for (std::size_t i = 0; i < closed->items.size(); ++i) {
                if (isDate(closed->items[i].text))
                    schedule.closed.push_back(closed->items[i].text);
                else
                    issues.add(Place(Place(reader.place(), "closed"), i), &closed->items[i],
                               "a date such as \"2026-12-25\"");
            }
        return schedule;
    });
}

std::vector<Queue> readQueues(const JsonTree& list, const Place& place, const ReadingContext& context)
{
    return readEntries<Queue>(list, place, context.issues, "a queue",
                              [&context](ObjectReader& reader) { return readQueue(reader, context); });
}

}
