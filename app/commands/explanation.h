#pragma once

#include "app/router/past_rules.h"
#include "model/domain/agent.h"
#include "model/domain/conversation.h"

#include <string>
#include <utility>
#include <vector>

namespace signalbox {

// What led a conversation where it is: each decision with its trace, each change of owner, each offer with the agents that
// were considered. `events` are the conversation's own, in order. Error: a rulebook of that time cannot be read.
Result<std::string> explanationInWords(const Conversation& conversation, const std::vector<Event>& events,
                                       const std::vector<std::pair<Agent, Presence>>& agents, PastRules& rules);

// The same, one JSON object a line: {"kind":"decision","policy":...,"trace":[...]}, "owner", "offer", "offer_ended".
Result<std::string> explanationAsJsonLines(const std::vector<Event>& events, PastRules& rules);

}
