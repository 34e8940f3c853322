#pragma once

#include "routing/rulebook/rulebook.h"

namespace signalbox {

// Calls back with every condition of the rulebook's policies, signals, criteria, tiers and alerts.
template <class Visit>
void forEachCondition(const Rulebook& rulebook, Visit visit)
{
    for (const Policy& policy : rulebook.policies) {
        visit(policy.when);
        if (policy.exception)
            visit(policy.exception->when);
    }
    for (const Signal& signal : rulebook.signals)
        visit(signal.when);
    for (const Criterion& criterion : rulebook.qualification)
        visit(criterion.when);
    for (const Tier& tier : rulebook.tiers)
        visit(tier.when);
    for (const AlertTrigger& alert : rulebook.alerts)
        visit(alert.when);
}

}
