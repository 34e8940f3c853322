#include "routing/qualification/gate.h"

namespace signalbox {
namespace {

Condition settled(const Condition& condition, bool outcome);

std::vector<Condition> settled(const std::vector<Condition>& parts, bool outcome)
{
    std::vector<Condition> all;
    all.reserve(parts.size());
    for (const Condition& part : parts)
        all.push_back(settled(part, outcome));
    return all;
}

Condition exists(const std::string& attribute) { return {Comparison{attribute, Operator::Exists, std::monostate{}}}; }

Condition inverse(Condition condition) { return {Not{std::make_shared<const Condition>(std::move(condition))}}; }

Condition settled(const Comparison& comparison, bool outcome)
{
    AllOf all{{exists(comparison.attribute)}};
    if (const auto* const other = std::get_if<AttributeRef>(&comparison.operand))
        all.parts.push_back(exists(other->name));
    all.parts.push_back(outcome ? Condition{comparison} : inverse({comparison}));
    return {std::move(all)};
}

// Known to be `outcome`: Kleene's three-valued logic said in two values.
Condition settled(const Condition& condition, bool outcome)
{
    if (const auto* const comparison = std::get_if<Comparison>(&condition.node))
        return settled(*comparison, outcome);
    if (const auto* const test = std::get_if<ScheduleTest>(&condition.node))
        return {ScheduleTest{test->schedule, test->open == outcome}};
    if (const auto* const part = std::get_if<Not>(&condition.node))
        return settled(*part->part, !outcome);
    const auto* const all = std::get_if<AllOf>(&condition.node);
    auto parts = settled(all ? all->parts : std::get<AnyOf>(condition.node).parts, outcome);
    const bool together = (all != nullptr) == outcome;
    return together ? Condition{AllOf{std::move(parts)}} : Condition{AnyOf{std::move(parts)}};
}

}

Condition whenKnown(const Condition& condition) { return settled(condition, true); }

Rulebook withGates(Rulebook rulebook)
{
    std::vector<Condition> gates;
    for (const Criterion& criterion : rulebook.qualification)
        if (criterion.required)
            gates.push_back(whenKnown(criterion.when));
    for (Policy& policy : rulebook.policies) {
        if (!policy.requiresQualification || gates.empty())
            continue;
        AllOf all{{std::move(policy.when)}};
        all.parts.insert(all.parts.end(), gates.begin(), gates.end());
        policy.when = {std::move(all)};
    }
    return rulebook;
}

}
