#include "app/commands/moments.h"

#include <QDate>

namespace signalbox {

Instant presentMoment() { return std::chrono::time_point_cast<microseconds>(std::chrono::system_clock::now()); }

std::optional<Instant> momentIn(const QString& text)
{
    if (QDate::fromString(text, Qt::ISODate).isValid() && text.size() == 10)
        return fromIso8601(text.toStdString() + "T00:00:00Z");
    return fromIso8601(text.toStdString());
}

}
