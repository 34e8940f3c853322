#pragma once

#include "model/domain/instant.h"
#include "model/domain/result.h"

#include <QCommandLineParser>
#include <QString>

#include <optional>

namespace signalbox {

Instant presentMoment();
// A whole moment, or a day, which begins at midnight UTC.
std::optional<Instant> momentIn(const QString& text);
// What the option says; where it is not said the moment stays as it is. Error: what the option wants.
Result<void> readMoment(const QCommandLineParser& parser, const QCommandLineOption& option, Instant& moment);

}
