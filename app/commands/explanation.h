#pragma once

#include "app/router/past_rules.h"
#include "model/domain/agent.h"
#include "model/domain/conversation.h"
#include "routing/trace/explanation.h"

#include <string>
#include <utility>
#include <vector>

namespace signalbox {

// What is to be explained, and what is asked besides.
struct ToExplain {
    const std::vector<Event>& events;                        // the conversation's own, in order
    const std::vector<std::pair<Agent, Presence>>& agents;   // of the workspace, as they are now
    std::vector<Goal> asked{};   // where else each decision might have led; none: each other tier and queue
};

// One decision explained with the rulebook of its time.
struct ExplainedDecision {
    std::shared_ptr<const Rules> rules;
    Explanation explanation;
};

// The decision at this place of the events, with the offers up to the next one. Error: its rulebook cannot be read.
Result<ExplainedDecision> explainDecision(const ToExplain& what, std::size_t place, PastRules& rules);

// What led a conversation where it is: each decision in full, each change of owner, each offer with the agents that were
// considered. Error: a rulebook of that time cannot be read.
Result<std::string> explanationInWords(const Conversation& conversation, const ToExplain& what, PastRules& rules);

// The same, one JSON object a line: {"kind":"decision","policy":...,"trace":[...]}, "owner", "offer", "offer_ended".
Result<std::string> explanationAsJsonLines(const ToExplain& what, PastRules& rules);

}
