#include "app/router/alerts.h"

#include "app/router/check_text.h"
#include "app/router/rights.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr seconds longestSnooze{7 * 24 * 3600};

Result<Alert> standingAlert(Work& work, std::int64_t number, const AgentId& by)
{
    const auto agent = knownAgent(work.floor, by);
    if (!agent)
        return tl::unexpected(agent.error());
    const auto stored = work.stores.alerts.find(number);
    if (!stored)
        return tl::unexpected(stored.error());
    const std::string place = std::to_string(number);
    if (!*stored)
        return failure("There is no such alert.", place);
    const std::vector<Alert>& alerts = work.conversation((*stored)->conversation).alerts;
    const auto alert = std::ranges::find(alerts, number, &Alert::number);
    if (alert == alerts.end() || alert->endedAt)
        return failure("This alert is over.", place);
    const bool theirs = alert->owner.empty() || alert->owner == by;
    if (!theirs && (*agent)->agent.role == Role::Agent)
        return failure("This alert is for " + work.floor.agentName(alert->owner) + ".", place);
    return *alert;
}

}

Result<void> change(Work& work, const AcknowledgeAlert& command)
{
    const auto alert = standingAlert(work, command.alert, command.by);
    if (!alert)
        return tl::unexpected(alert.error());
    if (!alert->acknowledgedAt)
        work.emit(AlertAcknowledged{alert->conversation, alert->number, command.by});
    return {};
}

Result<void> change(Work& work, const SnoozeAlert& command)
{
    const auto alert = standingAlert(work, command.alert, command.by);
    if (!alert)
        return tl::unexpected(alert.error());
    if (command.until <= work.now || command.until > work.now + longestSnooze)
        return failure("Choose a time within the next seven days.", "until");
    work.emit(AlertSnoozed{alert->conversation, alert->number, command.by, command.until});
    return {};
}

Result<void> change(Work& work, const HandOnAlert& command)
{
    const auto alert = standingAlert(work, command.alert, command.by);
    if (!alert)
        return tl::unexpected(alert.error());
    if (const auto to = knownAgent(work.floor, command.to); !to)
        return tl::unexpected(to.error());
    if (command.to == alert->owner)
        return failure("It is for " + work.floor.agentName(command.to) + " already.", command.to.value);
    work.emit(AlertHandedOn{alert->conversation, alert->number, command.by, command.to,
                            "handed on by " + work.floor.agentName(command.by)});
    return {};
}

Result<void> change(Work& work, const ResolveAlert& command)
{
    const auto alert = standingAlert(work, command.alert, command.by);
    if (!alert)
        return tl::unexpected(alert.error());
    if (auto fit = checkOptionalText(command.reason, mostReasonBytes, "The reason"); !fit)
        return fit;
    work.emit(AlertEnded{alert->conversation, alert->number, command.by,
                         command.reason.empty() ? "Resolved" : command.reason});
    return {};
}

Result<void> change(Work& work, const ReportDelivery& command)
{
    const auto stored = work.stores.alerts.find(command.alert);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return failure("There is no such alert.", std::to_string(command.alert));
    work.emit(AlertDelivered{(*stored)->conversation, command.alert, command.way, command.error.substr(0, mostReasonBytes)});
    return {};
}

}
