#include "routing/proof/alignment.h"

#include "routing/rulebook/write_condition.h"

#include <algorithm>
#include <map>
#include <string>

namespace signalbox {
namespace {

// What the policy does, as text: equal for two that do the same.
std::string contentOf(const Policy& policy)
{
    JsonTree content = JsonTree::array();
    content.add(writeCondition(policy.when)).add(writeActions(policy.actions));
    if (policy.exception)
        content.add(writeCondition(policy.exception->when)).add(writeActions(policy.exception->actions));
    return printJson(content, -1);
}

// The longest run of places that ascend in both: indices into `pairs`, which ascend in the first place.
std::vector<std::size_t> longestAscent(const std::vector<std::pair<std::size_t, std::size_t>>& pairs)
{
    std::vector<std::size_t> ends;   // of the ascents of each length, the one with the least end
    std::vector<std::ptrdiff_t> before(pairs.size(), -1);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto at
            = std::lower_bound(ends.begin(), ends.end(), pairs[i].second,
                               [&pairs](std::size_t end, std::size_t place) { return pairs[end].second < place; });
        if (at != ends.begin())
            before[i] = static_cast<std::ptrdiff_t>(*std::prev(at));
        if (at == ends.end())
            ends.push_back(i);
        else
            *at = i;
    }
    std::vector<std::size_t> ascent;
    for (std::ptrdiff_t i = ends.empty() ? -1 : static_cast<std::ptrdiff_t>(ends.back()); i >= 0;
         i = before[static_cast<std::size_t>(i)])
        ascent.push_back(static_cast<std::size_t>(i));
    return ascent;
}

void rename(Condition& condition, const std::map<ScheduleId, ScheduleId>& names)
{
    if (auto* const test = std::get_if<ScheduleTest>(&condition.node)) {
        if (const auto name = names.find(test->schedule); name != names.end())
            test->schedule = name->second;
    } else if (auto* const all = std::get_if<AllOf>(&condition.node)) {
        for (Condition& part : all->parts)
            rename(part, names);
    } else if (auto* const any = std::get_if<AnyOf>(&condition.node)) {
        for (Condition& part : any->parts)
            rename(part, names);
    } else if (auto* const inverse = std::get_if<Not>(&condition.node)) {
        Condition part = *inverse->part;
        rename(part, names);
        inverse->part = std::make_shared<const Condition>(std::move(part));
    }
}

}

Changes changesBetween(const PolicyOrder& rulebook, const PolicyOrder& against)
{
    std::map<std::string, std::vector<std::size_t>> places;   // in `against`, the last first
    for (std::size_t i = against.size(); i-- > 0;)
        places[contentOf(against[i])].push_back(i);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < rulebook.size(); ++i)
        if (const auto same = places.find(contentOf(rulebook[i])); same != places.end() && !same->second.empty()) {
            pairs.emplace_back(i, same->second.back());
            same->second.pop_back();
        }
    std::array<std::vector<bool>, 2> unchanged{std::vector<bool>(rulebook.size()), std::vector<bool>(against.size())};
    for (const std::size_t i : longestAscent(pairs)) {
        unchanged[0][pairs[i].first] = true;
        unchanged[1][pairs[i].second] = true;
    }
    Changes changes;
    for (const std::size_t side : {0u, 1u})
        for (std::size_t i = 0; i < unchanged[side].size(); ++i)
            if (!unchanged[side][i])
                changes.in[side].push_back(i);
    return changes;
}

std::pair<Rulebook, OpenIntervals> withOwnSchedules(const OpenIntervals& intervals, const Rulebook& against,
                                                    const OpenIntervals& againstIntervals)
{
    Rulebook renamed = against;
    OpenIntervals both = intervals;
    std::map<ScheduleId, ScheduleId> names;
    for (const auto& [schedule, open] : againstIntervals) {
        const auto known = intervals.find(schedule);
        if (known != intervals.end() && known->second == open)
            continue;
        const ScheduleId name{known == intervals.end() ? schedule.value : schedule.value + " (before)"};
        names.emplace(schedule, name);
        both[name] = open;
    }
    for (Schedule& schedule : renamed.schedules)
        if (const auto name = names.find(schedule.id); name != names.end())
            schedule.id = name->second;
    const auto renameIn = [&names](auto& rules) {
        for (auto& rule : rules)
            rename(rule.when, names);
    };
    renameIn(renamed.policies);
    renameIn(renamed.signals);
    renameIn(renamed.qualification);
    renameIn(renamed.tiers);
    renameIn(renamed.alerts);
    for (Policy& policy : renamed.policies)
        if (policy.exception)
            rename(policy.exception->when, names);
    return {std::move(renamed), std::move(both)};
}

}
