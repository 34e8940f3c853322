#pragma once

#include "routing/rulebook/rulebook.h"

#include <QString>

#include <vector>

namespace signalbox {

// An open interval of one day of the week, as a grid shows it. `to` at or before `from` ends on the next day.
struct DayInterval {
    int day = 0;     // 0 Monday
    int from = 0;    // minutes, 0 to 1439
    int to = 1440;   // minutes, 1 to 1440

    bool overNight() const { return to <= from; }
    int length() const { return overNight() ? to + 1440 - from : to - from; }
    bool operator==(const DayInterval&) const = default;
};

// Each day by itself, in the order of the week; and back, with days that have the same hours in one entry.
std::vector<DayInterval> byDay(const std::vector<WeeklyInterval>& weekly);
std::vector<WeeklyInterval> byHours(const std::vector<DayInterval>& days);

QString clockText(int minute);                             // "09:00", "24:00"
QString inWords(const DayInterval& interval);              // "Monday 09:00 to 12:30"
QString dayName(int day);                                  // "Monday"
double hoursAWeek(const std::vector<DayInterval>& days);   // overlaps count once

}
