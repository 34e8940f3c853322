#pragma once

#include "routing/alerts/alerts.h"
#include "routing/conditions/evaluate.h"
#include "routing/conditions/index/policy_index.h"
#include "routing/engine.h"
#include "routing/tiers/tiers.h"

#include <set>
#include <string>
#include <vector>

namespace signalbox {

// What an engine keeps of its rulebook. Only for the engine's own files.
struct Engine::State {
    State(Rulebook rules, int number, OpenIntervals open);

    Facts facts(const Values& values, Instant now) const { return {values, patterns, intervals, now}; }
    // The first enabled policy that fires.
    const Policy* firstMatch(const Values& values, Instant now) const;
    // Takes conversation, time, snapshot, signal shares and what was before; fills in all that follows from them.
    Decision decideOn(Decision decision) const;

    Rulebook rulebook;
    Rulebook gated;   // with the qualification gates written out: its policies are the ones that are tried
    int version;
    OpenIntervals intervals;
    std::vector<const Policy*> order;
    TierConditions tiers;
    AlertConditions alerts;
    bool keepsTiers = false;
    std::set<Score> scores;   // those that some signal counts for, and intent
    Patterns patterns;
    std::unique_ptr<const PolicyIndex> index;   // of `order`; made last, of all patterns
    std::set<std::string, std::less<>> mentioned;   // every attribute any condition looks at
    std::set<ScheduleId> schedules;                 // every schedule any condition asks
    std::vector<std::set<std::string, std::less<>>> mentionedBySignals;
};

}
