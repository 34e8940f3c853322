#include "routing/rulebook/rulebook.h"

#include <algorithm>
#include <array>

namespace signalbox {
namespace {

constexpr std::array<std::string_view, 5> requirementNames{"language", "territory", "product_line", "deal_size", "team"};

}

std::string_view nameOf(Requirement requirement) { return requirementNames[static_cast<std::size_t>(requirement)]; }

std::optional<Requirement> requirementFromName(std::string_view name)
{
    const auto known = std::find(requirementNames.begin(), requirementNames.end(), name);
    if (known == requirementNames.end())
        return std::nullopt;
    return static_cast<Requirement>(known - requirementNames.begin());
}

std::vector<const Policy*> policiesInOrder(const Rulebook& rulebook)
{
    std::vector<const Policy*> order;
    for (const Policy& policy : rulebook.policies)
        if (policy.enabled)
            order.push_back(&policy);
    std::stable_sort(order.begin(), order.end(),
                     [](const Policy* a, const Policy* b) { return a->priority < b->priority; });
    return order;
}

}
