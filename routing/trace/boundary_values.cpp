#include "routing/trace/boundary_values.h"

#include "routing/conditions/evaluate.h"
#include "routing/conditions/walk.h"

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

using Candidates = std::vector<std::optional<Value>>;

void add(Candidates& candidates, Value value)
{
    if (candidates.size() < mostBoundaryValues
        && std::find(candidates.begin(), candidates.end(), std::optional(value)) == candidates.end())
        candidates.emplace_back(std::move(value));
}

void addAround(Candidates& candidates, const Value& boundary, const Value* now)
{
    if (const auto* const number = std::get_if<double>(&boundary)) {
        for (const double value : {*number, *number + 1, *number - 1})
            add(candidates, value);
    } else if (const auto* const time = std::get_if<Instant>(&boundary)) {
        for (const seconds step : {seconds{0}, seconds{1}, seconds{-1}})
            add(candidates, Instant{*time + step});
    } else if (const auto* const text = std::get_if<std::string>(&boundary)) {
        add(candidates, *text);
        add(candidates, *text + "?");   // something else
    } else if (const auto* const members = std::get_if<StringSet>(&boundary)) {
        const auto* const present = now ? std::get_if<StringSet>(now) : nullptr;
        StringSet with = present ? *present : StringSet{};
        StringSet without = with;
        with.insert(with.end(), members->begin(), members->end());
        std::erase_if(without, [members](const std::string& member) {
            return std::binary_search(members->begin(), members->end(), member);
        });
        add(candidates, makeStringSet(std::move(with)));
        add(candidates, *members);
        add(candidates, std::move(without));
    } else {
        add(candidates, true);
        add(candidates, false);
    }
}

void addFrom(Candidates& candidates, const Comparison& comparison, const Values& values, const Value* now)
{
    const bool ofSet = comparison.op == Operator::Contains && now && std::holds_alternative<StringSet>(*now);
    if (const auto* const value = std::get_if<Value>(&comparison.operand))
        addAround(candidates, ofSet ? Value(StringSet{std::get<std::string>(*value)}) : *value, now);
    else if (const auto* const list = std::get_if<std::vector<Value>>(&comparison.operand))
        for (const Value& listed : *list)
            addAround(candidates, listed, now);
    else if (const auto* const other = std::get_if<AttributeRef>(&comparison.operand)) {
        if (const auto known = values.find(other->name); known != values.end())
            addAround(candidates, known->second, now);
    }
}

double distance(const std::optional<Value>& candidate, const Value* now)
{
    const auto* const from = now ? std::get_if<double>(now) : nullptr;
    const auto* const to = candidate ? std::get_if<double>(&*candidate) : nullptr;
    return from && to ? std::abs(*to - *from) : 0;
}

}

std::vector<std::optional<Value>> boundaryValues(const std::string& attribute,
                                                 const std::vector<const Condition*>& conditions, const Values& values,
                                                 const std::string& named)
{
    const auto known = values.find(attribute);
    const Value* const now = known == values.end() ? nullptr : &known->second;
    Candidates candidates;
    if (!now || std::holds_alternative<std::string>(*now))
        add(candidates, named);
    for (const Condition* condition : conditions)
        forEachLeaf(
            *condition,
            [&](const Comparison& comparison) {
                const auto* const other = std::get_if<AttributeRef>(&comparison.operand);
                if (comparison.attribute == attribute)
                    addFrom(candidates, comparison, values, now);
                else if (const auto left = values.find(comparison.attribute);
                         other && other->name == attribute && left != values.end())
                    addAround(candidates, left->second, now);
            },
            [&](const ScheduleTest& test) {
                if (scheduleAttribute(test.schedule) == attribute)
                    addAround(candidates, true, now);
            });
    std::stable_sort(candidates.begin(), candidates.end(),
                     [now](const auto& a, const auto& b) { return distance(a, now) < distance(b, now); });
    if (now)
        candidates.emplace_back(std::nullopt);
    return candidates;
}

}
