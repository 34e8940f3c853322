#include "routing/backtest/backtest.h"
#include "routing/backtest/looked_at.h"

#include <algorithm>

namespace signalbox {
namespace {

// As a log keeps it: without what follows from the time and the schedules.
Values keptOf(const Decision& decision)
{
    Values values = decision.snapshot;
    values.erase("now");
    std::erase_if(values, [](const auto& entry) { return entry.first.starts_with("schedule."); });
    return values;
}

std::vector<std::string> changedBetween(const Values& before, const Values& after)
{
    std::vector<std::string> changed;
    for (const auto& [name, value] : after)
        if (const auto known = before.find(name); known == before.end() || known->second != value)
            changed.push_back(name);
    for (const auto& [name, value] : before)
        if (!after.contains(name))
            changed.push_back(name);
    return changed;
}

std::map<SignalId, Instant> seenIn(const Decision& decision)
{
    std::map<SignalId, Instant> seen;
    for (const SignalShare& share : decision.signalShares)
        seen.emplace(share.id, share.observedAt);
    return seen;
}

}

std::vector<PastDecision> decideUnder(const Engine& engine, const std::vector<PastDecision>& past,
                                      const VersionsThen& then)
{
    std::vector<PastDecision> decided;
    if (past.empty())
        return decided;
    Replay replay(engine);
    replay.start(past.front().decision.conversation);
    Values before;
    for (const PastDecision& was : past) {
        Values values = keptOf(was.decision);
        const auto changed = changedBetween(before, values);
        before = values;
        const auto rules = then.find(was.decision.rulebookVersion);
        const auto seen = seenIn(was.decision);
        decided.push_back(replay.next(
            std::move(values),
            {was.decision.at, rules == then.end() ? nothingTakenOver : rules->second, seen, changed,
             !decided.empty() && std::ranges::all_of(changed, [](const auto& name) { return changesByItself(name); }),
             was.decision.stoppedTransfer.has_value(), was.decision.sentTo, was.leadsTo}));
        decided.back().sequence = was.sequence;
    }
    return decided;
}

std::vector<Decision> decideUnder(const Engine& engine, const PastConversation& conversation, const VersionsThen& then)
{
    std::vector<PastDecision> past;
    for (const Decision& decision : conversation.decisions)
        past.push_back(withConsequences(engine, decision));
    std::vector<Decision> decisions;
    for (PastDecision& made : decideUnder(engine, past, then))
        decisions.push_back(std::move(made.decision));
    return decisions;
}

}
