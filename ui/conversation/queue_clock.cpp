#include "ui/conversation/queue_clock.h"

#include "routing/rulebook/rulebook.h"
#include "ui/shared/format_text.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace signalbox {
namespace {

const QLocale& english()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    return locale;
}

QDateTime in(const QTimeZone& zone, Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(toMicroseconds(at) / 1000, zone);
}

QTimeZone zoneOf(const Conversation* conversation, const Rulebook& rulebook)
{
    if (conversation) {
        const auto queue = std::ranges::find(rulebook.queues, conversation->owner.queue, &Queue::id);
        if (queue != rulebook.queues.end()) {
            const auto schedule = std::ranges::find(rulebook.schedules, queue->schedule, &Schedule::id);
            if (schedule != rulebook.schedules.end())
                if (const QTimeZone zone(QByteArray::fromStdString(schedule->timezone)); zone.isValid())
                    return zone;
        }
    }
    return QTimeZone::systemTimeZone();
}

// "Europe/Berlin" -> "Berlin"
QString placeOf(const QTimeZone& zone) { return QString::fromLatin1(zone.id()).section(u'/', -1).replace(u'_', u' '); }

}

QueueClock queueClock(Instant at, const Conversation* conversation, const Rulebook& rulebook, Instant now)
{
    const QTimeZone zone = zoneOf(conversation, rulebook);
    const QDateTime there = in(zone, at);
    const qint64 days = in(zone, now).date().daysTo(there.date());
    QString text = days == 0    ? there.toString(QStringLiteral("HH:mm"))
        : days > -7 && days < 7 ? english().toString(there, QStringLiteral("ddd HH:mm"))
                                : english().toString(there, QStringLiteral("d MMM"));
    const bool elsewhere = there.offsetFromUtc() != in(QTimeZone::systemTimeZone(), at).offsetFromUtc();
    if (!elsewhere)
        return {text, formatExact(at)};
    const QString exact = english().toString(there, QStringLiteral("ddd d MMMM yyyy, HH:mm"));
    return {QStringLiteral("%1 %2").arg(text, placeOf(zone)),
            QStringLiteral("%1 %2 (%3)").arg(exact, placeOf(zone), formatExact(at))};
}

}
