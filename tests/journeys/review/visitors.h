#pragma once

#include "model/domain/context.h"

#include <QString>

#include <vector>

namespace signalbox::test {

// Whoever writes in the journey's weeks: what is known of them, what they say, and so whether they were worth an alert.
struct Comer {
    QString name;
    double score = 0;
    bool buys = false;
};

inline QString saidBy(const Comer& comer)
{
    return comer.buys ? QStringLiteral("We would like to sign this week. Whom do I talk to?")
                      : QStringLiteral("I am only looking around, thank you.");
}

inline std::vector<ContextChange> knownOf(const Comer& comer)
{
    return {{"custom.score", Value(comer.score), "website", {}}};
}

// Alerts come from 50 on. Of the 40 that raise one 28 buy: all from 70 on, and 4 of the 16 below. Of the 24 below 50, 2 buy.
inline std::vector<Comer> firstWeek()
{
    std::vector<Comer> comers;
    for (int i = 0; i < 24; ++i)
        comers.push_back({QStringLiteral("Buyer %1").arg(i + 1), 70.0 + i, true});
    for (int i = 0; i < 16; ++i)
        comers.push_back({QStringLiteral("Caller %1").arg(i + 1), 50.0 + i, i % 4 == 3});
    for (int i = 0; i < 24; ++i)
        comers.push_back({QStringLiteral("Reader %1").arg(i + 1), 20.0 + i, i % 12 == 5});
    return comers;
}

// Of 36 the 24 that buy have 71 and more, the others less than 62.
inline std::vector<Comer> secondWeek()
{
    std::vector<Comer> comers;
    for (int i = 0; i < 24; ++i)
        comers.push_back({QStringLiteral("Customer %1").arg(i + 1), 71.0 + i, true});
    for (int i = 0; i < 12; ++i)
        comers.push_back({QStringLiteral("Guest %1").arg(i + 1), 50.0 + i, false});
    return comers;
}

}
