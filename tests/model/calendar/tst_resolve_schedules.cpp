#include "model/calendar/resolve_schedules.h"

#include <gtest/gtest.h>

namespace signalbox {
namespace {

Instant at(const std::string& text) { return fromIso8601(text + "Z").value(); }

// One line an interval, "from/to" in UTC without seconds.
std::string resolved(const LocalPlan& plan, const std::string& from, const std::string& to)
{
    const auto intervals = resolve(plan, at(from), at(to));
    if (!intervals)
        return intervals.error().message;
    std::string lines;
    for (const UtcInterval& interval : *intervals)
        lines += (lines.empty() ? "" : " ") + toIso8601(interval.from).substr(5, 11) + "/"
            + toIso8601(interval.to).substr(5, 11);
    return lines;
}

LocalPlan daily(const std::string& zone, int fromMinute, int toMinute)
{
    LocalPlan plan{zone, {}, {}};
    for (int day = 0; day < 7; ++day)
        plan.weekly.push_back({day, fromMinute, toMinute});
    return plan;
}

struct Case {
    const char* name;
    LocalPlan plan;
    const char* from;
    const char* to;
    const char* expected;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

class Resolving : public testing::TestWithParam<Case> { };

TEST_P(Resolving, givesTheHoursThatAreMeant)
{
    const Case& one = GetParam();
    EXPECT_EQ(resolved(one.plan, one.from, one.to), one.expected);
}

const int hour = 60;

INSTANTIATE_TEST_SUITE_P(
    Zones, Resolving,
    testing::Values(Case{"UTC", daily("UTC", 9 * hour, 17 * hour), "2026-06-09T00:00:00", "2026-06-10T00:00:00",
                         "06-09T09:00/06-09T17:00"},
                    Case{"half an hour off", daily("Asia/Kolkata", 9 * hour, 18 * hour), "2026-06-09T00:00:00",
                         "2026-06-10T00:00:00", "06-09T03:30/06-09T12:30"},
                    Case{"New York before March's change", daily("America/New_York", 9 * hour, 17 * hour),
                         "2026-03-07T08:00:00", "2026-03-08T08:00:00", "03-07T14:00/03-07T22:00"},
                    Case{"New York after it", daily("America/New_York", 9 * hour, 17 * hour), "2026-03-08T08:00:00",
                         "2026-03-09T08:00:00", "03-08T13:00/03-08T21:00"},
                    Case{"Berlin over the change in March", daily("Europe/Berlin", 9 * hour, 17 * hour),
                         "2026-03-28T00:00:00", "2026-03-30T00:00:00",
                         "03-28T08:00/03-28T16:00 03-29T07:00/03-29T15:00"},
                    Case{"opens in the gap", daily("Europe/Berlin", 2 * hour + 30, 6 * hour), "2026-03-29T00:00:00",
                         "2026-03-29T12:00:00", "03-29T01:00/03-29T04:00"},
                    Case{"closes in the gap", daily("Europe/Berlin", hour, 2 * hour + 30), "2026-03-28T12:00:00",
                         "2026-03-29T12:00:00", "03-29T00:00/03-29T01:00"},
                    Case{"lies in the gap as a whole", daily("Europe/Berlin", 2 * hour + 10, 2 * hour + 50),
                         "2026-03-28T12:00:00", "2026-03-29T12:00:00", ""},
                    Case{"opens at the first of two", daily("Europe/Berlin", 2 * hour + 30, 6 * hour),
                         "2026-10-24T12:00:00", "2026-10-25T12:00:00", "10-25T00:30/10-25T05:00"},
                    Case{"closes at the second of two", daily("Europe/Berlin", hour, 2 * hour + 30),
                         "2026-10-24T12:00:00", "2026-10-25T12:00:00", "10-24T23:00/10-25T01:30"},
                    Case{"a night over the change in March", daily("Europe/Berlin", 22 * hour, 6 * hour),
                         "2026-03-28T12:00:00", "2026-03-29T12:00:00", "03-28T21:00/03-29T04:00"},
                    Case{"a night over the change in October", daily("Europe/Berlin", 22 * hour, 6 * hour),
                         "2026-10-24T12:00:00", "2026-10-25T12:00:00", "10-24T20:00/10-25T05:00"}));

LocalPlan closedOn(LocalPlan plan, const char* date)
{
    plan.closedDates = {date};
    return plan;
}

INSTANTIATE_TEST_SUITE_P(
    Plans, Resolving,
    testing::Values(
        Case{"lunch break", LocalPlan{"UTC", {{0, 9 * hour, 12 * hour + 30}, {0, 13 * hour + 30, 18 * hour}}, {}},
             "2026-06-08T00:00:00", "2026-06-15T00:00:00", "06-08T09:00/06-08T12:30 06-08T13:30/06-08T18:00"},
        Case{"parts that touch are one",
             LocalPlan{"UTC", {{0, 12 * hour, 14 * hour}, {0, 9 * hour, 12 * hour}, {0, 10 * hour, 11 * hour}}, {}},
             "2026-06-08T00:00:00", "2026-06-09T00:00:00", "06-08T09:00/06-08T14:00"},
        Case{"always open", daily("UTC", 0, 24 * hour), "2026-06-08T06:00:00", "2026-06-09T06:00:00",
             "06-07T00:00/06-10T00:00"},
        Case{"begun the day before", daily("UTC", 22 * hour, 6 * hour), "2026-06-09T01:00:00", "2026-06-09T02:00:00",
             "06-08T22:00/06-09T06:00"},
        Case{"ends on Monday", LocalPlan{"UTC", {{6, 20 * hour, 4 * hour}}, {}}, "2026-06-08T00:00:00",
             "2026-06-09T00:00:00", "06-07T20:00/06-08T04:00"},
        Case{"closed for a day", closedOn(daily("UTC", 9 * hour, 17 * hour), "2026-12-25"), "2026-12-25T00:00:00",
             "2026-12-27T00:00:00", "12-26T09:00/12-26T17:00"},
        Case{"a night cut at midnight", closedOn(daily("Europe/Berlin", 22 * hour, 2 * hour), "2026-12-25"),
             "2026-12-24T12:00:00", "2026-12-26T12:00:00", "12-24T21:00/12-24T23:00 12-25T23:00/12-26T01:00"},
        Case{"nothing planned", LocalPlan{"UTC", {}, {}}, "2026-06-08T00:00:00", "2026-06-09T00:00:00", ""},
        Case{"unknown zone", LocalPlan{"Europe/Atlantis", {}, {}}, "2026-06-08T00:00:00", "2026-06-09T00:00:00",
             "There is no time zone \"Europe/Atlantis\". Use a name such as Europe/Berlin."},
        Case{"no zone", LocalPlan{"", {}, {}}, "2026-06-08T00:00:00", "2026-06-09T00:00:00",
             "There is no time zone \"\". Use a name such as Europe/Berlin."}));

}
}
