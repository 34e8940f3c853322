#pragma once

#include "app/analysis/errand.h"
#include "app/analysis/history.h"
#include "routing/trace/explanation_words.h"
#include "ui/shared/explained_moment.h"

#include <functional>

namespace signalbox {

// An explained decision with what it takes to look for other ways.
struct ExplainedWhy {
    ExplainedMoment moment;
    std::shared_ptr<const Rules> rules;
    AgentNames agentName;
};

// Errors: no such conversation, nothing was decided about it, the version of then cannot be read any more.
Result<ExplainedWhy> explainWhy(History& history, const WhyQuestion& question);

// Small changes that would have led elsewhere, each tried: to policies that nearly matched, other tiers and queues. Each
// change once, the smallest first. Stops early when the errand is called off.
std::vector<AnotherWay> otherWays(const ExplainedWhy& why, const Errand& errand);

}
