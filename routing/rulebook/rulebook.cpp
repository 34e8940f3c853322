#include "routing/rulebook/rulebook.h"

#include <algorithm>

namespace signalbox {

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
