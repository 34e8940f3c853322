#include "routing/proof/set_by_actions.h"

namespace signalbox {

SetByActions setByActions(const Rulebook& rulebook)
{
    SetByActions all;
    const auto addFrom = [&all](const std::vector<Action>& actions) {
        for (const Action& action : actions)
            if (const auto* const tier = std::get_if<SetTier>(&action))
                all.tiers.insert(tier->tier);
            else if (const auto* const alert = std::get_if<RaiseAlert>(&action))
                all.alerts.insert(alert->alert);
    };
    for (const Policy& policy : rulebook.policies)
        if (policy.enabled) {
            addFrom(policy.actions);
            if (policy.exception)
                addFrom(policy.exception->actions);
        }
    return all;
}

}
