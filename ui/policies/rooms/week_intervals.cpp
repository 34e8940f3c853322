#include "ui/policies/rooms/week_intervals.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <bitset>

namespace signalbox {

std::vector<DayInterval> byDay(const std::vector<WeeklyInterval>& weekly)
{
    std::vector<DayInterval> days;
    for (const WeeklyInterval& interval : weekly)
        for (const int day : interval.days)
            days.push_back({day, interval.fromMinute, interval.toMinute});
    std::ranges::stable_sort(days, [](const DayInterval& a, const DayInterval& b) {
        return std::pair(a.day, a.from) < std::pair(b.day, b.from);
    });
    return days;
}

std::vector<WeeklyInterval> byHours(const std::vector<DayInterval>& days)
{
    std::vector<WeeklyInterval> weekly;
    for (const DayInterval& one : days) {
        const auto same = std::ranges::find_if(weekly, [&](const WeeklyInterval& known) {
            return known.fromMinute == one.from && known.toMinute == one.to;
        });
        if (same == weekly.end())
            weekly.push_back({{one.day}, one.from, one.to});
        else if (std::ranges::find(same->days, one.day) == same->days.end())
            same->days.push_back(one.day);
    }
    for (WeeklyInterval& interval : weekly)
        std::ranges::sort(interval.days);
    return weekly;
}

QString clockText(int minute)
{
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString dayName(int day) { return QLocale().standaloneDayName(day + 1); }

QString inWords(const DayInterval& interval)
{
    const QString words = interval.overNight() ? QCoreApplication::translate("Rooms", "%1 %2 to %3 on the next day")
                                               : QCoreApplication::translate("Rooms", "%1 %2 to %3");
    return words.arg(dayName(interval.day), clockText(interval.from), clockText(interval.to));
}

double hoursAWeek(const std::vector<DayInterval>& days)
{
    constexpr int minutesOfWeek = 7 * 1440;
    std::bitset<minutesOfWeek> open;
    for (const DayInterval& one : days)
        for (int minute = 0; minute < one.length(); ++minute)
            open.set(std::size_t((one.day * 1440 + one.from + minute) % minutesOfWeek));
    return double(open.count()) / 60.0;
}

}
