#pragma once

#include "model/domain/agent.h"
#include "model/domain/result.h"

#include <string>
#include <vector>

namespace signalbox {

// People as a file has them: a JSON array of objects with `id` and `name`, and as one likes `role` (agent, lead,
// supervisor), `team`, `capacity`, `skills` ([{"id", "level"}]) and `channel_weights`. Error: what cannot be read.
Result<std::vector<Agent>> readAgents(const std::string& text);

}
