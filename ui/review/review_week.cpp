#include "ui/review/review_week.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace signalbox {
namespace {

struct WeekWords {
    Q_DECLARE_TR_FUNCTIONS(ReviewWeek)
};

Instant midnightOf(const QDate& day) { return fromMicroseconds(day.startOfDay().toMSecsSinceEpoch() * 1000); }

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

ReviewWeek weekFrom(const QDate& monday)
{
    return {midnightOf(monday), midnightOf(monday.addDays(7)), nameOfWeek(monday)};
}

QDate localDay(Instant at) { return QDateTime::fromMSecsSinceEpoch(toMicroseconds(at) / 1000).toLocalTime().date(); }

}

ReviewWeek weekAtDesk(Instant at)
{
    const QDate day = localDay(at);
    return weekFrom(day.addDays(1 - day.dayOfWeek()));
}

ReviewWeek weekBefore(const ReviewWeek& week) { return weekFrom(localDay(week.since).addDays(-7)); }

}
