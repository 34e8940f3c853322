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
    const bool one = monday.month() == sunday.month();
    const QString day = one ? QStringLiteral("d MMMM") : QStringLiteral("d MMM");
    return WeekWords::tr("Week %1, %2 to %3")
        .arg(monday.weekNumber())
        .arg(one ? QString::number(monday.day()) : english.toString(monday, day), english.toString(sunday, day));
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
