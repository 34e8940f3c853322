#include "ui/shared/presence_words.h"

#include "ui/shared/format_text.h"
#include "ui/shared/presence_shape.h"

#include <algorithm>

namespace signalbox {

QString presenceStateName(const AgentOnScreen& agent, const DeskSettings& settings)
{
    if (agent.presenceUntil)
        return PresenceShape::tr("Wrap-up");
    const auto own = std::ranges::find(settings.presenceStates, agent.presenceState, &PresenceState::id);
    if (!agent.presenceState.empty() && own != settings.presenceStates.end())
        return line(own->name.empty() ? own->id : own->name, 40);
    return presenceName(agent.presence);
}

QString presenceTimeLeft(const AgentOnScreen& agent, Instant now)
{
    if (!agent.presenceUntil)
        return {};
    const auto left = std::chrono::ceil<seconds>(*agent.presenceUntil - now);
    return PresenceShape::tr("%1 left", "time").arg(formatSpan(std::max(seconds{0}, left)));
}

QString presenceSummary(const AgentOnScreen& agent, const DeskSettings& settings, Instant now)
{
    const QString name = presenceStateName(agent, settings);
    if (agent.presenceUntil)
        return PresenceShape::tr("%1, %2", "state, time left").arg(name, presenceTimeLeft(agent, now));
    const bool plain = agent.presence == Presence::Online || agent.presence == Presence::Offline;
    const bool justNow = now - agent.presenceSince < std::chrono::minutes{1};
    const QString state = plain || justNow
        ? name
        : PresenceShape::tr("%1 %2", "presence, how long").arg(name, formatAge(agent.presenceSince, now));
    return agent.presenceReason.empty() || agent.presence == Presence::Online
        ? state
        : PresenceShape::tr("%1: %2", "presence, why").arg(state, line(agent.presenceReason, 80));
}

}
