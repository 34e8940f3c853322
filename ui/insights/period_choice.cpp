#include "ui/insights/period_choice.h"

#include "model/figures/iso_week.h"

namespace signalbox {

InsightsPeriod periodOf(PeriodChoice choice, Instant now)
{
    const std::int64_t week = weekOf(now);
    const auto weeks = [](std::int64_t first, std::int64_t last) {
        return InsightsPeriod{beginOfWeek(first), beginOfWeek(last + 1)};
    };
    switch (choice) {
    case PeriodChoice::ThisWeek:
        return weeks(week, week);
    case PeriodChoice::LastWeek:
        return weeks(week - 1, week - 1);
    case PeriodChoice::FourWeeks:
        return weeks(week - 3, week);
    case PeriodChoice::TwelveWeeks:
        return weeks(week - 11, week);
    case PeriodChoice::All:
    case PeriodChoice::TwoDates:
        break;
    }
    return {};
}

}
