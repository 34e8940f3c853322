#include "ui/policies/draft/rulebook_fields.h"

#include "routing/rulebook/describe.h"
#include "routing/rulebook/phrases.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace signalbox {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RulebookFields)
};

QString tr(const char* text) { return Words::tr(text); }

QString yesOrNo(bool yes) { return yes ? tr("yes") : tr("no"); }

QString span(seconds duration) { return duration == seconds{0} ? QString() : text(durationInWords(duration)); }

QString number(double value) { return text(numberInWords(value)); }

QString inWords(const Condition& condition, const Rulebook& rulebook) { return text(describe(condition, rulebook)); }

QString inWords(const std::vector<Action>& actions, const Rulebook& rulebook)
{
    QStringList all;
    for (const Action& action : actions)
        all << text(describe(action, rulebook));
    return all.join(QStringLiteral(", "));
}

QString inWords(const Thresholds& thresholds, const Rulebook& rulebook)
{
    QStringList all;
    for (const auto& [channel, values] : thresholds)
        for (const auto& [attribute, value] : values)
            all << tr("%1: %2 %3").arg(text(channel), text(attributeLabel(attribute, rulebook)), number(value));
    return all.join(QStringLiteral(", "));
}

QString inWords(const std::vector<std::string>& words)
{
    QStringList all;
    for (const std::string& word : words)
        all << text(word);
    return all.join(QStringLiteral(", "));
}

QString inWords(const std::vector<Skill>& skills)
{
    QStringList all;
    for (const Skill& skill : skills)
        all << tr("%1, level %2").arg(text(skill.id.value)).arg(skill.level);
    return all.join(QStringLiteral("; "));
}

QString inWords(const WeeklyInterval& interval)
{
    QStringList days;
    for (const int day : interval.days)
        days << QLocale().dayName(day + 1, QLocale::ShortFormat);
    const auto clock = [](int minute) {
        return QStringLiteral("%1:%2")
            .arg(minute / 60, 2, 10, QLatin1Char('0'))
            .arg(minute % 60, 2, 10, QLatin1Char('0'));
    };
    return tr("%1 %2 to %3").arg(days.join(u' '), clock(interval.fromMinute), clock(interval.toMinute));
}

QString inWords(const std::vector<RelaxStep>& steps)
{
    QStringList all;
    for (const RelaxStep& step : steps) {
        QStringList dropped;
        for (const Requirement requirement : step.drop)
            dropped << text(std::string(nameOf(requirement))).replace(u'_', u' ');
        const QString what = dropped.isEmpty() ? QString() : tr(", without %1").arg(dropped.join(QStringLiteral(", ")));
        all << tr("after %1 level %2%3").arg(span(step.after)).arg(step.skillLevel).arg(what);
    }
    return all.join(QStringLiteral("; "));
}

QString scoreName(Score score)
{
    switch (score) {
    case Score::Fit:
        return tr("fit");
    case Score::Urgency:
        return tr("urgency");
    case Score::Worth:
        return tr("value");
    case Score::Intent:
        break;
    }
    return tr("intent");
}

QString wayName(AlertWay way)
{
    switch (way) {
    case AlertWay::Desktop:
        return tr("desktop notification");
    case AlertWay::Webhook:
        return tr("webhook");
    case AlertWay::Email:
        break;
    }
    return tr("e-mail");
}

QString typeName(ValueType type)
{
    switch (type) {
    case ValueType::Number:
        return tr("number");
    case ValueType::Boolean:
        return tr("yes or no");
    case ValueType::Set:
        return tr("set");
    case ValueType::Time:
        return tr("time");
    case ValueType::String:
        break;
    }
    return tr("text");
}

}

RulebookFields fieldsOf(const Policy& policy, const Rulebook& rulebook)
{
    const PolicyException* const exception = policy.exception ? &*policy.exception : nullptr;
    return {{tr("Name"), text(policy.name)},
            {tr("On"), yesOrNo(policy.enabled)},
            {tr("When"), inWords(policy.when, rulebook)},
            {tr("Then"), inWords(policy.actions, rulebook)},
            {tr("Unless"), exception ? inWords(exception->when, rulebook) : QString()},
            {tr("Instead"), exception ? inWords(exception->actions, rulebook) : QString()},
            {tr("Only when qualified"), yesOrNo(policy.requiresQualification)},
            {tr("Group"), text(policy.group.value)},
            {tr("Comment"), text(policy.comment)}};
}

RulebookFields fieldsOf(const Tier& tier, const Rulebook& rulebook)
{
    return {{tr("Name"), text(tier.name)},
            {tr("When"), inWords(tier.when, rulebook)},
            {tr("Thresholds"), inWords(tier.thresholds, rulebook)},
            {tr("Answer within"), span(tier.responseTarget.value_or(seconds{0}))},
            {tr("Kept for"), span(tier.keepFor)}};
}

RulebookFields fieldsOf(const Signal& signal, const Rulebook& rulebook)
{
    return {
        {tr("Name"), text(signal.name)},
        {tr("When"), inWords(signal.when, rulebook)},
        {tr("Weight"), number(signal.weight)},
        {tr("Half-life in minutes"), signal.halfLifeMinutes == 0 ? tr("never fades") : number(signal.halfLifeMinutes)},
        {tr("Score"), scoreName(signal.score)}};
}

RulebookFields fieldsOf(const Criterion& criterion, const Rulebook& rulebook)
{
    return {{tr("Name"), text(criterion.name)},
            {tr("Met when"), inWords(criterion.when, rulebook)},
            {tr("Required"), yesOrNo(criterion.required)},
            {tr("The AI asks"), text(criterion.ask)}};
}

RulebookFields fieldsOf(const Schedule& schedule, const Rulebook&)
{
    QStringList week;
    for (const WeeklyInterval& interval : schedule.weekly)
        week << inWords(interval);
    return {{tr("Name"), text(schedule.name)},
            {tr("Time zone"), text(schedule.timezone)},
            {tr("Week"), week.join(QStringLiteral("; "))},
            {tr("Closed on"), inWords(schedule.closed)}};
}

RulebookFields fieldsOf(const Queue& queue, const Rulebook& rulebook)
{
    return {{tr("Name"), text(queue.name)},
            {tr("Skills"), inWords(queue.skills)},
            {tr("Schedule"), queue.schedule.empty() ? QString() : text(nameOf(queue.schedule, rulebook))},
            {tr("While closed, to"), queue.fallback.empty() ? QString() : text(nameOf(queue.fallback, rulebook))},
            {tr("If nobody is free"), inWords(queue.relax)},
            {tr("An offer stands"), span(queue.offerFor)},
            {tr("Asked again after"), span(queue.askAgainAfter)},
            {tr("Team"), text(queue.team)},
            {tr("Raised after"), span(queue.raiseAfter)},
            {tr("Kept for the last agent"), span(queue.affinityFor)}};
}

RulebookFields fieldsOf(const AlertTrigger& alert, const Rulebook& rulebook)
{
    QStringList margins;
    for (const auto& [attribute, margin] : alert.margins)
        margins << tr("%1 %2").arg(text(attributeLabel(attribute, rulebook)), number(margin));
    QStringList ways;
    for (const AlertWay way : alert.ways)
        ways << wayName(way);
    QStringList silencing;
    for (const AlertId& other : alert.silencedBy)
        silencing << text(nameOf(other, rulebook));
    const auto joined = [](const QStringList& parts) { return parts.join(QStringLiteral(", ")); };
    return {{tr("Name"), text(alert.name)},
            {tr("When"), inWords(alert.when, rulebook)},
            {tr("Thresholds"), inWords(alert.thresholds, rulebook)},
            {tr("Margins"), joined(margins)},
            {tr("Held for"), span(alert.hold)},
            {tr("Whose it is"), inWords(alert.notify)},
            {tr("Told by"), joined(ways)},
            {tr("Silent afterwards for"), span(alert.cooldown)},
            {tr("Told once within"), span(alert.group)},
            {tr("Silenced by"), joined(silencing)},
            {tr("Quiet during"), alert.quiet.empty() ? QString() : text(nameOf(alert.quiet, rulebook))},
            {tr("Most in an hour"), alert.budgetPerHour == 0 ? QString() : number(alert.budgetPerHour)},
            {tr("Escalates after"), span(alert.escalateAfter)},
            {tr("Escalates to"), inWords(alert.escalateTo)}};
}

RulebookFields fieldsOf(const AttributeDefinition& attribute, const Rulebook&)
{
    return {{tr("Type"), typeName(attribute.type)},
            {tr("Unit"), text(attribute.unit)},
            {tr("Label"), text(attribute.label)}};
}

RulebookFields fieldsOf(const PolicyGroup& group, const Rulebook&)
{
    return {{tr("Name"), text(group.name)}, {tr("Colour"), text(group.color)}, {tr("Comment"), text(group.comment)}};
}

RulebookFields fieldsOf(const PolicyCase& pinned, const Rulebook& rulebook)
{
    QStringList context;
    for (const auto& [attribute, value] : pinned.context)
        context << tr("%1 %2").arg(text(attributeLabel(attribute, rulebook)),
                                   text(valueInWords(value, attribute, rulebook)));
    return {{tr("Name"), text(pinned.name)},
            {tr("Pinned to"), text(pinned.pinnedTo.value)},
            {tr("Values"), context.join(QStringLiteral(", "))},
            {tr("Policy that must fire"), text(pinned.policy.value)},
            {tr("Queue it must reach"), pinned.queue.empty() ? QString() : text(nameOf(pinned.queue, rulebook))},
            {tr("Tier it must have"), text(pinned.tier.value)}};
}

}
