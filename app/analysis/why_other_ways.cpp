#include "app/analysis/why.h"
#include "routing/trace/explanation.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::size_t mostNearPolicies = 6;
constexpr std::size_t mostPlaces = 20;
constexpr std::size_t mostWays = 6;

// Policies that one value kept from firing, the nearest first; then each other tier and queue.
std::vector<Goal> goalsOf(const ExplainedWhy& why)
{
    std::vector<const PolicyMet*> near;
    for (const PolicyMet& met : why.moment.path)
        if (met.outcome == TraceStep::Outcome::DidNotMatch && met.miss.isNear())
            near.push_back(&met);
    std::ranges::stable_sort(near, {}, [](const PolicyMet* met) { return met->miss.share; });
    near.resize(std::min(near.size(), mostNearPolicies));
    std::vector<Goal> goals;
    for (const PolicyMet* const met : near)
        goals.push_back({Goal::Kind::Policy, met->policy.value});
    std::vector<Goal> places = otherPlaces(why.rules->engine(), why.moment.decision);
    places.resize(std::min(places.size(), mostPlaces));
    goals.insert(goals.end(), places.begin(), places.end());
    return goals;
}

AnotherWay wayBy(const Counterfactual& found, const ExplainedWhy& why)
{
    const Engine& engine = why.rules->engine();
    Decision bare = why.moment.decision;
    for (const ContextEdit& edit : found.edits)
        if (edit.to)
            bare.snapshot.insert_or_assign(edit.attribute, *edit.to);
        else
            bare.snapshot.erase(edit.attribute);
    AnotherWay way{found.edits, found.searchedAll, engine.decideAsItStands(bare)};
    way.outcome = outcomeOf(way.decision, engine.rulebook(), engine.openIntervals());
    way.place = destinationInWords(way.outcome, engine.rulebook(), why.agentName);
    return way;
}

}

std::vector<AnotherWay> otherWays(const ExplainedWhy& why, const Errand& errand)
{
    std::vector<AnotherWay> ways;
    for (const Goal& goal : goalsOf(why)) {
        if (errand.isCalledOff())
            break;
        const Counterfactual found = why.rules->engine().whatWouldLeadTo(why.moment.decision, goal);
        const bool isNew = std::ranges::none_of(ways, [&](const AnotherWay& way) { return way.edits == found.edits; });
        if (found.found && !found.edits.empty() && isNew)
            ways.push_back(wayBy(found, why));
    }
    std::ranges::stable_sort(ways, {}, [](const AnotherWay& way) { return way.edits.size(); });
    ways.resize(std::min(ways.size(), mostWays));
    return ways;
}

}
