#pragma once

#include "model/domain/instant.h"
#include "model/domain/result.h"

#include <string>
#include <utility>
#include <vector>

namespace signalbox {

// How far the clocks of a time zone (IANA name) are ahead of UTC in [from, to): the first from before `from` on, then one
// for each change. Error: unknown time zone.
Result<std::vector<std::pair<Instant, seconds>>> zoneOffsets(const std::string& zone, Instant from, Instant to);

}
