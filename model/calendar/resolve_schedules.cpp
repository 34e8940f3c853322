#include "model/calendar/resolve_schedules.h"

#include <QDate>
#include <QDateTime>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <optional>

namespace signalbox {
namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr int secondsOfMinute = 60;

// Local wall-clock seconds since 1970, as if the zone had no offset.
qint64 wallClock(QDate date, int minute)
{
    return QDateTime(date, QTime(0, 0), Qt::UTC).toSecsSinceEpoch() + qint64{minute} * secondsOfMinute;
}

// A local time as moments in UTC. Offsets are looked up on both sides of a possible change: a time that comes twice has
// two moments, a skipped one has none, and then the end of the gap stands for it.
struct Moments {
    qint64 first = 0;
    qint64 last = 0;
};

Moments momentsOf(const QTimeZone& zone, qint64 wall)
{
    constexpr qint64 day = 24 * 3600;
    const auto offsetAt
        = [&zone](qint64 utc) { return qint64{zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(utc, Qt::UTC))}; };
    const qint64 before = offsetAt(wall - day);
    const qint64 after = offsetAt(wall + day);
    std::optional<Moments> found;
    for (const qint64 offset : {std::max(before, after), std::min(before, after)}) {   // the greater offset comes first
        const qint64 utc = wall - offset;
        if (offsetAt(utc) != offset)
            continue;
        if (found)
            found->last = utc;
        else
            found = Moments{utc, utc};
    }
    if (found)
        return *found;
    const QDateTime beforeGap = QDateTime::fromSecsSinceEpoch(wall - std::max(before, after), Qt::UTC);
    const auto change = zone.nextTransition(beforeGap.addSecs(-1));
    const qint64 endOfGap = change.atUtc.isValid() ? change.atUtc.toSecsSinceEpoch() : wall - before;
    return {endOfGap, endOfGap};
}

UtcInterval intervalOn(const QTimeZone& zone, QDate date, const LocalPlan::Weekly& weekly)
{
    const int toMinute = weekly.toMinute <= weekly.fromMinute ? weekly.toMinute + minutesOfDay : weekly.toMinute;
    const auto toInstant = [](qint64 utc) { return Instant{seconds{utc}}; };
    return {toInstant(momentsOf(zone, wallClock(date, weekly.fromMinute)).first),
            toInstant(momentsOf(zone, wallClock(date, toMinute)).last)};
}

QDate localDate(const QTimeZone& zone, Instant instant)
{
    const auto utc = std::chrono::floor<seconds>(instant).time_since_epoch().count();
    return QDateTime::fromSecsSinceEpoch(utc, zone).date();
}

// What is left of the interval after a closed local date is cut out of it.
void cutOut(std::vector<UtcInterval>& intervals, const UtcInterval& closed)
{
    std::vector<UtcInterval> left;
    for (const UtcInterval& interval : intervals) {
        if (interval.from < std::min(interval.to, closed.from))
            left.push_back({interval.from, std::min(interval.to, closed.from)});
        if (std::max(interval.from, closed.to) < interval.to)
            left.push_back({std::max(interval.from, closed.to), interval.to});
    }
    intervals = std::move(left);
}

std::vector<UtcInterval> merged(std::vector<UtcInterval> intervals)
{
    std::sort(intervals.begin(), intervals.end(),
              [](const UtcInterval& a, const UtcInterval& b) { return a.from < b.from; });
    std::vector<UtcInterval> apart;
    for (const UtcInterval& interval : intervals) {
        if (interval.from >= interval.to)
            continue;   // it lay in a gap as a whole
        if (!apart.empty() && interval.from <= apart.back().to)
            apart.back().to = std::max(apart.back().to, interval.to);
        else
            apart.push_back(interval);
    }
    return apart;
}

}

Result<std::vector<UtcInterval>> resolve(const LocalPlan& plan, Instant from, Instant to)
{
    const QTimeZone zone(QByteArray::fromStdString(plan.timezone));
    if (plan.timezone.empty() || !zone.isValid())   // an empty name is the system zone to Qt
        return failure("There is no time zone \"" + plan.timezone + "\". Use a name such as Europe/Berlin.",
                       "timezone");
    std::vector<UtcInterval> open;
    const QDate first = localDate(zone, from).addDays(-1);   // an interval may have begun the day before
    const QDate last = localDate(zone, to);
    for (QDate date = first; date <= last; date = date.addDays(1))
        for (const LocalPlan::Weekly& weekly : plan.weekly)
            if (weekly.day == date.dayOfWeek() - 1)
                open.push_back(intervalOn(zone, date, weekly));
    open = merged(std::move(open));
    for (const std::string& closed : plan.closedDates) {
        const QDate date = QDate::fromString(QString::fromStdString(closed), Qt::ISODate);
        if (date.isValid() && date >= first && date <= last)
            cutOut(open, intervalOn(zone, date, {0, 0, minutesOfDay}));
    }
    std::erase_if(open, [from, to](const UtcInterval& interval) { return interval.to <= from || interval.from >= to; });
    return open;
}

}
