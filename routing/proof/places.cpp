#include "routing/proof/places.h"

#include <algorithm>

namespace signalbox {
namespace {

std::string step(std::string_view key, std::size_t index)
{
    return "/" + std::string(key) + "/" + std::to_string(index);
}

std::optional<std::string> pathTo(const Condition& part, const std::vector<Condition>& within, std::string_view key)
{
    for (std::size_t i = 0; i < within.size(); ++i)
        if (const auto rest = signalbox::pathTo(part, within[i]))
            return step(key, i) + *rest;
    return std::nullopt;
}

// Places of the criteria that gate policies, in the order in which withGates adds them.
std::vector<std::size_t> requiredCriteria(const Rulebook& rulebook)
{
    std::vector<std::size_t> required;
    for (std::size_t i = 0; i < rulebook.qualification.size(); ++i)
        if (rulebook.qualification[i].required)
            required.push_back(i);
    return required;
}

}

std::string placeOf(const Policy& policy, const Rulebook& rulebook)
{
    const auto known = std::find_if(rulebook.policies.begin(), rulebook.policies.end(),
                                    [&policy](const Policy& other) { return &other == &policy; });
    const auto index = static_cast<std::size_t>(known - rulebook.policies.begin());
    return rulebook.policiesOnly ? "/" + std::to_string(index) : step("policies", index);
}

std::string placeOfCondition(std::string_view section, std::size_t index) { return step(section, index) + "/when"; }

std::string placeOfPart(const Condition& part, const Policy& policy, const Rulebook& rulebook)
{
    const std::string base = placeOf(policy, rulebook) + "/when";
    const auto required = policy.requiresQualification ? requiredCriteria(rulebook) : std::vector<std::size_t>{};
    if (required.empty())
        return base + pathTo(part, policy.when).value_or("");
    const auto& parts = std::get<AllOf>(policy.when.node).parts;   // the policy's own condition, then its gates
    if (const auto path = pathTo(part, parts.front()))
        return base + *path;
    for (std::size_t i = 0; i < required.size() && i + 1 < parts.size(); ++i)
        if (pathTo(part, parts[i + 1]))
            return placeOfCondition("qualification", required[i]);
    return base;
}

std::optional<std::string> pathTo(const Condition& part, const Condition& within)
{
    if (&part == &within)
        return "";
    if (const auto* const all = std::get_if<AllOf>(&within.node))
        return pathTo(part, all->parts, "all");
    if (const auto* const any = std::get_if<AnyOf>(&within.node))
        return pathTo(part, any->parts, "any");
    if (const auto* const inverse = std::get_if<Not>(&within.node))
        if (const auto rest = pathTo(part, *inverse->part))
            return "/not" + *rest;
    return std::nullopt;
}

}
