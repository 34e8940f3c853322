#pragma once

#include "model/domain/instant.h"

#include <QString>

namespace signalbox {

// A week of ISO 8601 in UTC, as the figures and `signalbox report` have it: leads in two time zones review the same one.
struct ReviewWeek {
    Instant since{};
    Instant until{};
    QString name;   // "Week 23, 1 to 7 June"

    bool operator==(const ReviewWeek&) const = default;
};

ReviewWeek reviewWeekOf(Instant at);
ReviewWeek weekBefore(const ReviewWeek& week);

}
