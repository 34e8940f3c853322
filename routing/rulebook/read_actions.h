#pragma once

#include "model/domain/decision.h"
#include "routing/rulebook/read_condition.h"

#include <vector>

namespace signalbox {

// A list of actions. Two that each choose an owner are an issue.
std::vector<Action> readActions(const JsonTree& list, const Place& place, const ReadingContext& context);

// Whether the action says who has the conversation next.
bool choosesOwner(const Action& action);
// The action's word in a rulebook: "transfer_to_queue".
std::string_view nameOf(const Action& action);

}
