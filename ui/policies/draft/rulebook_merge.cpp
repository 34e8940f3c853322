#include "ui/policies/draft/rulebook_merge.h"

#include "ui/policies/draft/policy_order.h"
#include "ui/policies/draft/three_way.h"

#include <algorithm>

namespace signalbox {
namespace {

// Moves what I moved to right below the policy it stood below, if that one is still there.
void placeMoved(std::vector<Policy>& policies, const std::vector<Policy>& mine, const std::set<PolicyId>& moved)
{
    for (std::size_t i = 0; i < mine.size(); ++i) {
        if (!moved.contains(mine[i].id))
            continue;
        const auto there = std::ranges::find(policies, mine[i].id, &Policy::id);
        if (there == policies.end())
            continue;
        Policy policy = std::move(*there);
        policies.erase(there);
        auto at = policies.begin();
        if (i > 0)
            if (const auto above = std::ranges::find(policies, mine[i - 1].id, &Policy::id); above != policies.end())
                at = above + 1;
        policies.insert(at, std::move(policy));
    }
}

std::map<std::string, AttributeDefinition, std::less<>> mergeAttributes(const Rulebook& base, const Rulebook& mine,
                                                                        const Rulebook& theirs)
{
    auto merged = theirs.attributes;
    for (const auto& [name, definition] : mine.attributes)
        if (const auto before = base.attributes.find(name);
            before == base.attributes.end() || !(before->second == definition))
            merged.insert_or_assign(name, definition);
    for (const auto& [name, definition] : base.attributes)
        if (!mine.attributes.contains(name))
            merged.erase(name);
    return merged;
}

// Priorities follow from the order: on both sides they say nothing.
std::vector<Policy> withoutPriorities(std::vector<Policy> policies)
{
    for (Policy& policy : policies)
        policy.priority = 0;
    return policies;
}

// The numbers of theirs as long as they still go up from policy to policy; else new ones.
void number(std::vector<Policy>& policies, const std::vector<Policy>& theirs)
{
    for (Policy& policy : policies)
        if (const auto known = std::ranges::find(theirs, policy.id, &Policy::id); known != theirs.end())
            policy.priority = known->priority;
    const bool allKnown = std::ranges::all_of(policies, [&](const Policy& policy) {
        return std::ranges::find(theirs, policy.id, &Policy::id) != theirs.end();
    });
    if (allKnown && std::ranges::is_sorted(policies, {}, &Policy::priority))
        return;
    double priority = 0;
    for (Policy& policy : policies)
        policy.priority = priority += 10;
}

}

Rulebook mergeRulebooks(const Rulebook& base, const Rulebook& mine, const Rulebook& theirs,
                        std::vector<std::string>& conflicts)
{
    Rulebook merged;
    merged.attributes = mergeAttributes(base, mine, theirs);
    const auto merge = [&](auto section) {
        merged.*section = mergeThreeWays(base.*section, mine.*section, theirs.*section, conflicts);
    };
    merge(&Rulebook::schedules);
    merge(&Rulebook::signals);
    merge(&Rulebook::qualification);
    merge(&Rulebook::tiers);
    merge(&Rulebook::alerts);
    merge(&Rulebook::queues);
    merge(&Rulebook::groups);
    merge(&Rulebook::cases);
    merged.policies = mergeThreeWays(withoutPriorities(base.policies), withoutPriorities(mine.policies),
                                     withoutPriorities(theirs.policies), conflicts);
    placeMoved(merged.policies, mine.policies, movedBetween(base.policies, mine.policies));
    number(merged.policies, theirs.policies);
    return merged;
}

}
