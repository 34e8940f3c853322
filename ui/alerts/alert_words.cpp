#include "ui/alerts/alert_words.h"

#include "routing/rulebook/rulebook.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace signalbox {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AlertWords)
};

QDateTime deskTime(Instant at) { return QDateTime::fromMSecsSinceEpoch(toMicroseconds(at) / 1000); }

QString snoozedWords(Instant until, Instant now)
{
    if (deskTime(until).date() == deskTime(now).date())
        return Words::tr("Snoozed until %1").arg(formatClock(until));
    return Words::tr("Snoozed until %1, %2").arg(formatDay(until, now), formatClock(until));
}

QString acknowledgedWords(const Alert& alert, const ConsoleModel& model, Instant now)
{
    const QString ago = formatAgo(*alert.acknowledgedAt, now);
    if (alert.acknowledgedBy == model.session().agent)
        return Words::tr("You acknowledged it %1").arg(ago);
    return Words::tr("%1 acknowledged it %2", "who, how long ago").arg(model.agentName(alert.acknowledgedBy), ago);
}

}

bool isReminder(const Alert& alert) { return alert.trigger.value == reminderAlert; }

bool isForMe(const Alert& alert, const ConsoleModel& model)
{
    const Session& session = model.session();
    return alert.owner.empty() ? session.role != Role::Agent : alert.owner == session.agent;
}

QString alertTitle(const Alert& alert, const ConsoleModel& model)
{
    if (isReminder(alert))
        return Words::tr("Follow-up");
    const std::vector<AlertTrigger>& triggers = model.rulebook().alerts;
    const auto known = std::ranges::find(triggers, alert.trigger, &AlertTrigger::id);
    return line(known == triggers.end() || known->name.empty() ? alert.trigger.value : known->name, 80);
}

QString alertVisitor(const Alert& alert, const ConsoleModel& model)
{
    const Conversation* conversation = model.conversation(alert.conversation);
    if (!conversation)
        return numberOf(alert.conversation);
    const QString name = line(conversation->visitorName, 60);
    return conversation->company.empty()
        ? name
        : Words::tr("%1, %2", "visitor, company").arg(name, line(conversation->company, 60));
}

QString alertOwner(const Alert& alert, const ConsoleModel& model)
{
    const QString who = alert.owner.empty()    ? Words::tr("Any lead's")
        : alert.owner == model.session().agent ? Words::tr("Yours")
                                               : model.agentName(alert.owner);
    return alert.ownerReason.empty()
        ? who
        : Words::tr("%1: %2", "whose an alert is, and why").arg(who, line(alert.ownerReason, 160));
}

QString alertState(const Alert& alert, const ConsoleModel& model, Instant now)
{
    QStringList states;
    if (alert.escalated)
        states << Words::tr("Escalated");
    if (alert.acknowledgedAt)
        states << acknowledgedWords(alert, model, now);
    if (alert.snoozedUntil)
        states << snoozedWords(*alert.snoozedUntil, now);
    return states.join(QStringLiteral(" · "));
}

QString heldBackWords(HeldBack heldBack)
{
    switch (heldBack) {
    case HeldBack::No:
        break;
    case HeldBack::Silenced:
        return Words::tr("Not told: another alert says more");
    case HeldBack::Quiet:
        return Words::tr("Not told: quiet hours");
    case HeldBack::Budget:
        return Words::tr("Not told: enough alerts within the hour");
    case HeldBack::Grouped:
        return Words::tr("Not told: the same alert came a moment before");
    case HeldBack::History:
        return Words::tr("Not told: an imported conversation");
    }
    return {};
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::False:
        return Words::tr("False", "an alert was");
    case Verdict::Unsure:
        return Words::tr("Unsure", "whether an alert was right");
    case Verdict::True:
        break;
    }
    return Words::tr("True", "an alert was");
}

TierLabel alertTier(const Alert& alert, const ConsoleModel& model)
{
    if (!alert.tier.empty())
        return model.tier(alert.tier, alert.tierRank);
    const Conversation* conversation = model.conversation(alert.conversation);
    return conversation && !conversation->tier.empty() ? model.tier(conversation->tier, conversation->tierRank)
                                                       : TierLabel{};
}

std::vector<std::pair<QString, Instant>> snoozeTimes(Instant now)
{
    const QDateTime nine(deskTime(now).date().addDays(1), QTime(9, 0));
    return {{Words::tr("For 10 minutes"), now + std::chrono::minutes{10}},
            {Words::tr("For 30 minutes"), now + std::chrono::minutes{30}},
            {Words::tr("For 1 hour"), now + std::chrono::hours{1}},
            {Words::tr("Until tomorrow, 9:00"), Instant{std::chrono::milliseconds{nine.toMSecsSinceEpoch()}}}};
}

}
