#include "routing/conditions/walk.h"

namespace signalbox {

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
