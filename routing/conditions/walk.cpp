#include "routing/conditions/walk.h"

namespace signalbox {
namespace {

using ReplaceComparison = std::function<Comparison(Comparison, bool)>;

Condition replaced(const Condition& condition, const ReplaceComparison& replace, bool inverted);

std::vector<Condition> replaced(const std::vector<Condition>& parts, const ReplaceComparison& replace, bool inverted)
{
    std::vector<Condition> all;
    all.reserve(parts.size());
    for (const Condition& part : parts)
        all.push_back(replaced(part, replace, inverted));
    return all;
}

Condition replaced(const Condition& condition, const ReplaceComparison& replace, bool inverted)
{
    if (const auto* const all = std::get_if<AllOf>(&condition.node))
        return {AllOf{replaced(all->parts, replace, inverted)}};
    if (const auto* const any = std::get_if<AnyOf>(&condition.node))
        return {AnyOf{replaced(any->parts, replace, inverted)}};
    if (const auto* const inverse = std::get_if<Not>(&condition.node))
        return {Not{std::make_shared<const Condition>(replaced(*inverse->part, replace, !inverted))}};
    if (const auto* const comparison = std::get_if<Comparison>(&condition.node))
        return {replace(*comparison, inverted)};
    return condition;
}

}

void forEachLeaf(const Condition& condition, const std::function<void(const Comparison&)>& onComparison,
                 const std::function<void(const ScheduleTest&)>& onScheduleTest)
{
    if (const auto* const comparison = std::get_if<Comparison>(&condition.node))
        onComparison(*comparison);
    else if (const auto* const test = std::get_if<ScheduleTest>(&condition.node)) {
        if (onScheduleTest)
            onScheduleTest(*test);
    } else if (const auto* const inverse = std::get_if<Not>(&condition.node))
        forEachLeaf(*inverse->part, onComparison, onScheduleTest);
    else {
        const auto* const all = std::get_if<AllOf>(&condition.node);
        for (const Condition& part : all ? all->parts : std::get<AnyOf>(condition.node).parts)
            forEachLeaf(part, onComparison, onScheduleTest);
    }
}

Condition withComparisons(const Condition& condition, const ReplaceComparison& replace)
{
    return replaced(condition, replace, false);
}

std::set<std::string, std::less<>> attributesOf(const Condition& condition)
{
    std::set<std::string, std::less<>> names;
    forEachLeaf(condition, [&names](const Comparison& comparison) {
        names.insert(comparison.attribute);
        if (const auto* const other = std::get_if<AttributeRef>(&comparison.operand))
            names.insert(other->name);
    });
    return names;
}

}
