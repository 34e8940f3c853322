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

Result<void> readMoment(const QCommandLineParser& parser, const QCommandLineOption& option, Instant& moment)
{
    if (!parser.isSet(option))
        return {};
    const auto said = momentIn(parser.value(option));
    if (!said)
        return failure("--" + option.names().first().toStdString()
                       + " wants a day like 2026-06-09 or a time like 2026-06-09T08:00:00Z.");
    moment = *said;
    return {};
}

}
