#include "app/router/alerts.h"

#include <algorithm>

namespace signalbox {

void soundAlert(Work& work, const ConversationId& id, const AlertId& alert)
{
    const ConversationState& state = work.conversation(id);
    const std::vector<AlertTrigger>& triggers = work.rules().rulebook().alerts;
    const auto trigger = std::ranges::find(triggers, alert, &AlertTrigger::id);
    const seconds cooldown = trigger == triggers.end() ? seconds{0} : trigger->cooldown;
    const Instant at = work.momentFor(state.row);
    if (const auto raised = state.alertsRaised.find(alert); raised != state.alertsRaised.end())
        if (cooldown == seconds{0} || at < raised->second + cooldown)
            return;
    const bool named = trigger != triggers.end() && !trigger->name.empty();
    const std::string name = named ? trigger->name : alert.value;
    work.emit(AlertRaised{id, alert, name + ": " + state.row.visitorName + ", conversation #" + id.value + "."}, at);
}

void soundAlerts(Work& work, const ConversationId& id, const Decision& decision)
{
    for (const AlertTrigger* trigger : work.rules().alertsThatHold(decision.snapshot, decision.at))
        soundAlert(work, id, trigger->id);
}

}
