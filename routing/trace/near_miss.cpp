#include "routing/trace/near_miss.h"

#include "routing/rulebook/phrases.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace signalbox {
namespace {

struct Leaf {
    const Comparison* comparison = nullptr;   // none: a schedule test
    std::string attribute;
};
// None: nothing could turn it.
using Turns = std::optional<std::vector<Leaf>>;

Turns fewestTurns(const Condition& condition, bool wantedToFail, const Facts& facts);

// Every part has to come out as wanted.
Turns turnsOfAll(const std::vector<Condition>& parts, bool wantedToFail, const Facts& facts)
{
    std::vector<Leaf> all;
    for (const Condition& part : parts) {
        const Turns turns = fewestTurns(part, wantedToFail, facts);
        if (!turns)
            return std::nullopt;
        all.insert(all.end(), turns->begin(), turns->end());
    }
    return all;
}

// One part is enough.
Turns turnsOfOne(const std::vector<Condition>& parts, bool wantedToFail, const Facts& facts)
{
    Turns fewest;
    for (const Condition& part : parts)
        if (const Turns turns = fewestTurns(part, wantedToFail, facts);
            turns && (!fewest || turns->size() < fewest->size()))
            fewest = turns;
    return fewest;
}

Turns fewestTurns(const Condition& condition, bool wantedToFail, const Facts& facts)
{
    if (const auto* const all = std::get_if<AllOf>(&condition.node))
        return wantedToFail ? turnsOfOne(all->parts, true, facts) : turnsOfAll(all->parts, false, facts);
    if (const auto* const any = std::get_if<AnyOf>(&condition.node))
        return wantedToFail ? turnsOfAll(any->parts, true, facts) : turnsOfOne(any->parts, false, facts);
    if (const auto* const inverse = std::get_if<Not>(&condition.node))
        return fewestTurns(*inverse->part, !wantedToFail, facts);
    if (const auto* const comparison = std::get_if<Comparison>(&condition.node))
        return holds(*comparison, facts) != wantedToFail ? std::vector<Leaf>{}
                                                         : std::vector<Leaf>{{comparison, comparison->attribute}};
    const auto& test = std::get<ScheduleTest>(condition.node);
    return holds(test, facts) != wantedToFail ? std::vector<Leaf>{}
                                              : std::vector<Leaf>{{nullptr, scheduleAttribute(test.schedule)}};
}

const double* numberIn(const Operand& operand)
{
    const auto* const value = std::get_if<Value>(&operand);
    return value ? std::get_if<double>(value) : nullptr;
}

// The bound that stands between the value found and one that would do.
std::optional<double> boundMissed(const Comparison& comparison, double found)
{
    switch (comparison.op) {
    case Operator::Lt:
    case Operator::Le:
    case Operator::Gt:
    case Operator::Ge:
    case Operator::Eq:
        if (const double* const bound = numberIn(comparison.operand))
            return *bound;
        return std::nullopt;
    case Operator::Between:
        break;
    default:
        return std::nullopt;
    }
    const auto* const ends = std::get_if<std::vector<Value>>(&comparison.operand);
    if (!ends || ends->size() != 2)
        return std::nullopt;
    const auto* const low = std::get_if<double>(&ends->front());
    const auto* const high = std::get_if<double>(&ends->back());
    if (!low || !high)
        return std::nullopt;
    return std::abs(found - *low) < std::abs(found - *high) ? *low : *high;
}

// Without the dust of binary fractions: 0.61 − 0.6 is 0.01.
double withoutDust(double number)
{
    constexpr double millionths = 1e6;
    return std::round(number * millionths) / millionths;
}

}

NearMiss nearMiss(const Condition& condition, const Facts& facts, const Rulebook& rulebook)
{
    const Turns turns = fewestTurns(condition, false, facts);
    NearMiss miss;
    if (!turns)
        return miss;
    for (const Leaf& leaf : *turns)
        if (std::ranges::find(miss.attributes, leaf.attribute) == miss.attributes.end())
            miss.attributes.push_back(leaf.attribute);
    if (turns->size() != 1 || !turns->front().comparison)
        return miss;
    const Comparison& comparison = *turns->front().comparison;
    const auto known = facts.values.find(comparison.attribute);
    const double* const found = known == facts.values.end() ? nullptr : std::get_if<double>(&known->second);
    const std::optional<double> bound = found ? boundMissed(comparison, *found) : std::nullopt;
    if (!bound)
        return miss;
    const double distance = withoutDust(std::abs(*bound - *found));
    if (!std::isfinite(distance) || distance <= 0)
        return miss;
    miss.by = valueInWords(Value(distance), comparison.attribute, rulebook);
    miss.share = std::min(1.0, distance / std::max(std::abs(*bound), std::abs(*found)));
    return miss;
}

}
