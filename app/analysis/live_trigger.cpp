#include "app/analysis/live_trigger.h"

#include <algorithm>

namespace signalbox {

Result<const AlertTrigger*> triggerIn(const Rulebook& rulebook, const AlertId& id)
{
    const auto found = std::ranges::find(rulebook.alerts, id, &AlertTrigger::id);
    if (found != rulebook.alerts.end())
        return &*found;
    std::string known;
    for (const AlertTrigger& trigger : rulebook.alerts)
        known += (known.empty() ? " It has " : ", ") + trigger.id.value;
    return failure("The live rulebook has no trigger \"" + id.value + "\"." + known + (known.empty() ? "" : "."),
                   id.value);
}

}
