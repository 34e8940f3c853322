// The part of rulebook_draft.h that brings a draft onto a newer version.
#include "ui/policies/draft/policy_order.h"
#include "ui/policies/draft/rulebook_draft.h"
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

std::map<std::string, AttributeDefinition, std::less<>>
mergeAttributes(const Rulebook& base, const Rulebook& mine, const Rulebook& theirs)
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

}

QStringList RulebookDraft::rebase()
{
    if (!m_newer)
        return {};
    Version version = std::move(*m_newer);
    const Rulebook& theirs = version.rulebook;
    std::vector<std::string> conflicts;
    Rulebook merged;
    merged.attributes = mergeAttributes(m_base, m_working, theirs);
    const auto merge = [&](auto section) {
        merged.*section = mergeThreeWays(m_base.*section, m_working.*section, theirs.*section, conflicts);
    };
    merge(&Rulebook::schedules);
    merge(&Rulebook::signals);
    merge(&Rulebook::qualification);
    merge(&Rulebook::tiers);
    merge(&Rulebook::alerts);
    merge(&Rulebook::queues);
    merge(&Rulebook::groups);
    merge(&Rulebook::cases);
    merged.policies = mergeThreeWays(withoutPriorities(m_base.policies), withoutPriorities(m_working.policies),
                                     withoutPriorities(theirs.policies), conflicts);
    placeMoved(merged.policies, m_working.policies, m_moved);
    for (Policy& policy : merged.policies)
        if (const auto known = std::ranges::find(theirs.policies, policy.id, &Policy::id); known != theirs.policies.end())
            policy.priority = known->priority;
    start(std::move(version), std::move(merged));
    QStringList names;
    for (const std::string& id : conflicts)
        names << QString::fromStdString(id);
    return names;
}

}
