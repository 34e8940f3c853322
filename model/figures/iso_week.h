#pragma once

#include "model/domain/instant.h"

#include <optional>
#include <string>
#include <string_view>

namespace signalbox {

// Weeks of ISO 8601 in UTC, counted from the one of 29 December 1969.
std::int64_t weekOf(Instant at);
Instant beginOfWeek(std::int64_t week);
std::string nameOfWeek(std::int64_t week);   // "2026-W23"
std::optional<std::int64_t>
weekFromName(std::string_view name);   // none: it is no such name, or the year has no such week

}
