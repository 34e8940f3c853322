#include "model/calendar/zone_offsets.h"

#include <QDateTime>
#include <QTimeZone>

namespace signalbox {
namespace {

QDateTime inQt(Instant at)
{
    return QDateTime::fromSecsSinceEpoch(std::chrono::floor<seconds>(at).time_since_epoch().count(), Qt::UTC);
}

}

Result<std::vector<std::pair<Instant, seconds>>> zoneOffsets(const std::string& zone, Instant from, Instant to)
{
    const QTimeZone known(QByteArray::fromStdString(zone));
    if (!known.isValid())
        return failure("There is no time zone \"" + zone + "\".");
    std::vector<std::pair<Instant, seconds>> offsets{{from, seconds{known.offsetFromUtc(inQt(from))}}};
    for (const QTimeZone::OffsetData& change : known.transitions(inQt(from), inQt(to)))
        offsets.emplace_back(Instant{seconds{change.atUtc.toSecsSinceEpoch()}}, seconds{change.offsetFromUtc});
    return offsets;
}

}
