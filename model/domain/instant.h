#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox {

// A moment in UTC. Time zones exist only in model/calendar and on screens.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;
using std::chrono::microseconds;
using std::chrono::seconds;

constexpr std::int64_t toMicroseconds(Instant instant) { return instant.time_since_epoch().count(); }
constexpr Instant fromMicroseconds(std::int64_t value) { return Instant{microseconds{value}}; }

// RFC 3339 in UTC: "2026-06-09T08:43:16.250Z"; the fraction is left out when zero.
std::string toIso8601(Instant instant);
// Accepts RFC 3339 with "Z" or an offset, with up to six fractional digits.
std::optional<Instant> fromIso8601(std::string_view text);

}
