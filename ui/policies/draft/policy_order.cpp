#include "ui/policies/draft/policy_order.h"

#include "routing/rulebook/rulebook_json.h"

#include <algorithm>
#include <map>

namespace signalbox {

std::vector<Policy> inTrialOrder(std::vector<Policy> policies)
{
    std::ranges::stable_sort(policies, {}, &Policy::priority);
    return policies;
}

Rulebook readInTrialOrder(const std::string& document)
{
    Rulebook rulebook = readRulebookAsItIs(document).rulebook;
    rulebook.policies = inTrialOrder(std::move(rulebook.policies));
    return rulebook;
}

std::set<PolicyId> movedBetween(const std::vector<Policy>& before, const std::vector<Policy>& after)
{
    std::map<PolicyId, int> placeBefore;
    for (std::size_t i = 0; i < before.size(); ++i)
        placeBefore.emplace(before[i].id, int(i));
    std::vector<int> places;   // places of before, in the order of after
    std::vector<PolicyId> ids;
    for (const Policy& policy : after)
        if (const auto known = placeBefore.find(policy.id); known != placeBefore.end()) {
            places.push_back(known->second);
            ids.push_back(policy.id);
        }
    // What stays is a longest increasing subsequence; the rest has moved.
    std::vector<std::size_t> tails;
    std::vector<std::ptrdiff_t> previous(places.size(), -1);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto at = std::ranges::lower_bound(tails, places[i], {}, [&](std::size_t tail) { return places[tail]; });
        if (at != tails.begin())
            previous[i] = std::ptrdiff_t(*(at - 1));
        if (at == tails.end())
            tails.push_back(i);
        else
            *at = i;
    }
    std::set<PolicyId> moved(ids.begin(), ids.end());
    for (std::ptrdiff_t i = tails.empty() ? -1 : std::ptrdiff_t(tails.back()); i >= 0; i = previous[std::size_t(i)])
        moved.erase(ids[std::size_t(i)]);
    return moved;
}

}
