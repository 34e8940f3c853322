#pragma once

#include "model/domain/instant.h"

#include <QString>

namespace signalbox {

// A week by ISO 8601 at this desk: from Monday 00:00 to the next one, which is not always 168 hours later.
struct ReviewWeek {
    Instant since{};
    Instant until{};
    QString name;   // "Week 23, 1 to 7 June"

    bool operator==(const ReviewWeek&) const = default;
};

ReviewWeek weekAtDesk(Instant at);
ReviewWeek weekBefore(const ReviewWeek& week);

}
