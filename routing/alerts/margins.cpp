#include "routing/alerts/margins.h"

#include "routing/conditions/walk.h"

#include <set>

namespace signalbox {
namespace {

// "At least" and "more than" a number.
bool asksForMore(const Comparison& comparison, bool inverted)
{
    const bool more = comparison.op == Operator::Ge || comparison.op == Operator::Gt;
    const bool less = comparison.op == Operator::Le || comparison.op == Operator::Lt;
    return inverted ? less : more;
}

const double* numberOf(const Comparison& comparison)
{
    const auto* const value = std::get_if<Value>(&comparison.operand);
    return value ? std::get_if<double>(value) : nullptr;
}

Condition easedBy(const Condition& condition, const std::map<std::string, double>& margins)
{
    return withComparisons(condition, [&](Comparison comparison, bool inverted) {
        const auto margin = margins.find(comparison.attribute);
        const double* const number = numberOf(comparison);
        if (margin == margins.end() || !number)
            return comparison;
        if (asksForMore(comparison, inverted))
            comparison.operand = Value(*number - margin->second);
        else if (asksForMore(comparison, !inverted))
            comparison.operand = Value(*number + margin->second);
        return comparison;
    });
}

// The attributes it asks to be at least or more than a number.
std::set<std::string> askedForMore(const Condition& condition)
{
    std::set<std::string> attributes;
    withComparisons(condition, [&](Comparison comparison, bool inverted) {
        if (numberOf(comparison) && asksForMore(comparison, inverted))
            attributes.insert(comparison.attribute);
        return comparison;
    });
    return attributes;
}

std::string measured(const AlertTrigger& alert)
{
    const std::set<std::string> candidates = askedForMore(alert.when);
    for (const auto& [channel, thresholds] : alert.thresholds)
        for (const auto& [attribute, threshold] : thresholds)
            if (candidates.contains(attribute))
                return attribute;
    for (const auto& [attribute, margin] : alert.margins)
        if (candidates.contains(attribute))
            return attribute;
    return candidates.size() == 1 ? *candidates.begin() : std::string();
}

}

ChannelCondition eased(const AlertTrigger& alert)
{
    std::map<std::string, Condition> onChannel;
    for (const auto& [channel, thresholds] : alert.thresholds)
        onChannel.emplace(channel, easedBy(withThresholds(alert.when, thresholds), alert.margins));
    return {easedBy(alert.when, alert.margins), std::move(onChannel)};
}

std::optional<Measure> measureOf(const AlertTrigger& alert, const std::string& channel)
{
    const std::string attribute = measured(alert);
    if (attribute.empty())
        return std::nullopt;
    const auto special = alert.thresholds.find(channel);
    const Condition condition
        = special == alert.thresholds.end() ? alert.when : withThresholds(alert.when, special->second);
    std::optional<Measure> measure;
    forEachLeaf(condition, [&](const Comparison& comparison) {
        if (const double* const number = numberOf(comparison); number && comparison.attribute == attribute && !measure)
            measure = Measure{attribute, *number};
    });
    return measure;
}

}
