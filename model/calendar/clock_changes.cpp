#include "model/calendar/clock_changes.h"

#include <QDateTime>
#include <QTimeZone>

namespace signalbox {
namespace {

QDateTime toQt(Instant at)
{
    return QDateTime::fromSecsSinceEpoch(std::chrono::floor<seconds>(at).time_since_epoch().count(), Qt::UTC);
}

}

Result<std::vector<ClockChange>> clockChangesWhileOpen(const LocalPlan& plan, Instant from, Instant to)
{
    const auto open = resolve(plan, from, to);
    if (!open)
        return tl::unexpected(open.error());
    const QTimeZone zone(QByteArray::fromStdString(plan.timezone));
    std::vector<ClockChange> changes;
    for (const QTimeZone::OffsetData& transition : zone.transitions(toQt(from), toQt(to))) {
        const Instant at{seconds{transition.atUtc.toSecsSinceEpoch()}};
        const int jump = (transition.offsetFromUtc - zone.offsetFromUtc(transition.atUtc.addSecs(-1))) / 60;
        if (jump == 0)
            continue;
        for (const UtcInterval& interval : *open)
            if (interval.from <= at && at <= interval.to)
                changes.push_back({at, jump, interval});
    }
    return changes;
}

}
