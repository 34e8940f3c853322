#pragma once

#include "app/analysis/history.h"
#include "routing/backtest/backtest.h"
#include "routing/trace/explanation_words.h"

namespace signalbox {

// A rulebook that was never published, ready to decide the past, and the versions that decided it then.
struct DraftRules {
    std::shared_ptr<const Engine> engine;
    VersionsThen then;
    std::map<int, std::shared_ptr<const Rules>> versions;
};

// Its schedules are resolved from `from` on; those that the live version has just so stay as they were published. Errors:
// the document has errors (the first is told), or is only a list of policies.
Result<DraftRules> draftRules(History& history, const std::string& document, const std::vector<int>& versions,
                              Instant from, Instant now);

// The draft's rulebook and those of then, the newest first.
std::vector<std::shared_ptr<const Rulebook>> rulebooksOf(const DraftRules& rules);

// By their names; those nobody knows by their ids.
Result<AgentNames> agentNames(History& history);
// What places are called: queues as in the first rulebook that has them.
DestinationWords destinationWords(AgentNames agents, std::vector<std::shared_ptr<const Rulebook>> rulebooks);

}
