#include "model/figures/iso_week.h"

#include <charconv>

namespace signalbox {
namespace {

using namespace std::chrono;

constexpr sys_days firstMonday = sys_days{year{1969} / December / 29};

// A week belongs to the year that has its Thursday; the first week of a year is the one with 4 January.
sys_days mondayOfFirstWeek(year of)
{
    const sys_days fourth = sys_days{of / January / 4};
    return fourth - (weekday{fourth} - Monday);
}

}

std::int64_t weekOf(Instant at)
{
    const auto since = floor<days>(at) - firstMonday;
    return floor<weeks>(since).count();
}

Instant beginOfWeek(std::int64_t week) { return firstMonday + weeks{week}; }

std::string nameOfWeek(std::int64_t week)
{
    const sys_days monday = firstMonday + weeks{week};
    const year of = year_month_day{monday + days{3}}.year();
    const auto number = floor<weeks>(monday - mondayOfFirstWeek(of)).count() + 1;
    return std::to_string(static_cast<int>(of)) + (number < 10 ? "-W0" : "-W") + std::to_string(number);
}

std::optional<std::int64_t> weekFromName(std::string_view name)
{
    int yearNumber = 0;
    int number = 0;
    if (name.size() != 8 || name.substr(4, 2) != "-W")
        return std::nullopt;
    const auto [yearEnd, yearError] = std::from_chars(name.data(), name.data() + 4, yearNumber);
    const auto [weekEnd, weekError] = std::from_chars(name.data() + 6, name.data() + 8, number);
    if (yearError != std::errc() || weekError != std::errc() || yearEnd != name.data() + 4 || weekEnd != name.data() + 8
        || yearNumber < 1 || number < 1)
        return std::nullopt;
    const std::int64_t week = weekOf(mondayOfFirstWeek(year{yearNumber}) + weeks{number - 1});
    return nameOfWeek(week) == name ? std::optional(week) : std::nullopt;
}

}
