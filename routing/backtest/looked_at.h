#pragma once

#include "routing/rulebook/rulebook.h"

#include <set>
#include <string>
#include <string_view>

namespace signalbox {

using AttributeNames = std::set<std::string, std::less<>>;

// Every attribute that can matter to where a decision of this rulebook leads: those of its conditions, those that name a
// queue or an agent, and those by which the AI hands over.
AttributeNames attributesLookedAt(const Rulebook& rulebook);

// Kept in a snapshot only when the rulebook of the time looked at them: how long somebody waits, and the queues' loads.
bool isKeptOnlyWhenLookedAt(std::string_view attribute);

// Changes without anything having happened to the conversation: with time, with other conversations, or by the router.
bool changesByItself(std::string_view attribute);

}
