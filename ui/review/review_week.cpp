#include "ui/review/review_week.h"

#include "model/figures/iso_week.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace signalbox {
namespace {

struct WeekWords {
    Q_DECLARE_TR_FUNCTIONS(ReviewWeek)
};

QString nameOfWeek(const QDate& monday)
{
    static const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const QDate sunday = monday.addDays(6);
    const QString first = monday.month() == sunday.month() ? QString::number(monday.day())
                                                           : english.toString(monday, QStringLiteral("d MMMM"));
    return WeekWords::tr("Week %1, %2 to %3")
        .arg(monday.weekNumber())
        .arg(first, english.toString(sunday, QStringLiteral("d MMMM")));
}

}

ReviewWeek reviewWeekOf(Instant at)
{
    const std::int64_t week = weekOf(at);
    const Instant monday = beginOfWeek(week);
    const QDateTime day = QDateTime::fromMSecsSinceEpoch(toMicroseconds(monday) / 1000, Qt::UTC);
    return {monday, beginOfWeek(week + 1), nameOfWeek(day.date())};
}

ReviewWeek weekBefore(const ReviewWeek& week) { return reviewWeekOf(week.since - std::chrono::days{1}); }

}
