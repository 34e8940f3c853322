#pragma once

#include "model/domain/instant.h"

#include <QString>

#include <optional>

namespace signalbox {

Instant presentMoment();
// A whole moment, or a day, which begins at midnight UTC.
std::optional<Instant> momentIn(const QString& text);

}
