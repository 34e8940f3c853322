// The writing half of rulebook_json.h.
#include "routing/rulebook/rulebook_json.h"

#include "model/domain/names.h"
#include "routing/rulebook/write_condition.h"

#include <array>

namespace signalbox {
namespace {

JsonTree text(std::string_view value) { return JsonTree::ofText(value); }
JsonTree number(double value) { return JsonTree::ofNumber(value); }
JsonTree duration(seconds value) { return number(static_cast<double>(value.count())); }

void setUnlessEmpty(JsonTree& object, const char* key, const std::string& value)
{
    if (!value.empty())
        object.set(key, text(value));
}

template <class Entry>
JsonTree named(const Entry& entry)
{
    JsonTree object = JsonTree::object();
    object.set("id", text(entry.id.value)).set("name", text(entry.name));
    return object;
}

template <class Entry, class Write>
JsonTree listOf(const std::vector<Entry>& entries, Write write)
{
    JsonTree list = JsonTree::array();
    for (const Entry& entry : entries)
        list.add(write(entry));
    return list;
}

std::string clock(int minutes)
{
    const auto twoDigits = [](int value) { return std::string(value < 10 ? "0" : "") + std::to_string(value); };
    return twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60);
}

JsonTree writeAttributes(const Rulebook& rulebook)
{
    JsonTree attributes = JsonTree::object();
    for (const auto& [name, definition] : rulebook.attributes) {
        JsonTree object = JsonTree::object();
        object.set("type", text(nameOf(definition.type)));
        setUnlessEmpty(object, "unit", definition.unit);
        setUnlessEmpty(object, "label", definition.label);
        attributes.set(name, std::move(object));
    }
    return attributes;
}

JsonTree writeWeekly(const WeeklyInterval& interval)
{
    constexpr std::array<std::string_view, 7> days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    JsonTree object = JsonTree::object();
    object.set("days",
               listOf(interval.days, [&days](int day) { return text(days.at(static_cast<std::size_t>(day))); }));
    object.set("from", text(clock(interval.fromMinute))).set("to", text(clock(interval.toMinute)));
    return object;
}

JsonTree writeSchedule(const Schedule& schedule)
{
    JsonTree object = named(schedule);
    object.set("timezone", text(schedule.timezone)).set("weekly", listOf(schedule.weekly, writeWeekly));
    if (!schedule.closed.empty())
        object.set("closed", listOf(schedule.closed, [](const std::string& date) { return text(date); }));
    return object;
}

JsonTree writeSignal(const Signal& signal)
{
    JsonTree object = named(signal);
    object.set("when", writeCondition(signal.when)).set("weight", number(signal.weight));
    object.set("half_life_minutes", number(signal.halfLifeMinutes));
    if (signal.score != Score::Intent)
        object.set("score", text(nameOf(signal.score)));
    return object;
}

JsonTree writeCriterion(const Criterion& criterion)
{
    JsonTree object = named(criterion);
    object.set("when", writeCondition(criterion.when)).set("required", JsonTree::ofBoolean(criterion.required));
    setUnlessEmpty(object, "ask", criterion.ask);
    return object;
}

void setThresholds(JsonTree& object, const Thresholds& thresholds)
{
    if (thresholds.empty())
        return;
    JsonTree channels = JsonTree::object();
    for (const auto& [channel, values] : thresholds) {
        JsonTree attributes = JsonTree::object();
        for (const auto& [attribute, threshold] : values)
            attributes.set(attribute, number(threshold));
        channels.set(channel, std::move(attributes));
    }
    object.set("thresholds", std::move(channels));
}

JsonTree writeTier(const Tier& tier)
{
    JsonTree object = named(tier);
    object.set("when", writeCondition(tier.when));
    setThresholds(object, tier.thresholds);
    if (tier.responseTarget)
        object.set("response_target_seconds", duration(*tier.responseTarget));
    if (tier.keepFor.count() > 0)
        object.set("keep_for_seconds", duration(tier.keepFor));
    return object;
}

JsonTree writePolicy(const Policy& policy)
{
    JsonTree object = named(policy);
    object.set("enabled", JsonTree::ofBoolean(policy.enabled)).set("priority", number(policy.priority));
    object.set("when", writeCondition(policy.when)).set("actions", writeActions(policy.actions));
    if (policy.exception) {
        JsonTree exception = JsonTree::object();
        exception.set("when", writeCondition(policy.exception->when))
            .set("actions", writeActions(policy.exception->actions));
        object.set("except", std::move(exception));
    }
    if (policy.requiresQualification)
        object.set("requires_qualification", JsonTree::ofBoolean(true));
    setUnlessEmpty(object, "group", policy.group.value);
    setUnlessEmpty(object, "comment", policy.comment);
    return object;
}

JsonTree writeGroup(const PolicyGroup& group)
{
    JsonTree object = named(group);
    object.set("color", text(group.color));
    setUnlessEmpty(object, "comment", group.comment);
    return object;
}

JsonTree writeCase(const PolicyCase& example)
{
    JsonTree object = named(example);
    setUnlessEmpty(object, "pinned_to", example.pinnedTo.value);
    JsonTree context = JsonTree::object();
    for (const auto& [attribute, value] : example.context)
        context.set(attribute, writeValue(value));
    object.set("context", std::move(context));
    setUnlessEmpty(object, "policy", example.policy.value);
    setUnlessEmpty(object, "queue", example.queue.value);
    setUnlessEmpty(object, "tier", example.tier.value);
    return object;
}

void setTime(JsonTree& object, std::string_view key, seconds time)
{
    if (time.count() > 0)
        object.set(std::string(key), duration(time));
}

template <class Items, class Write>
void setList(JsonTree& object, std::string_view key, const Items& items, Write write)
{
    if (!items.empty())
        object.set(std::string(key), listOf(items, write));
}

JsonTree writeAlert(const AlertTrigger& alert)
{
    const auto asIs = [](const std::string& who) { return text(who); };
    JsonTree object = named(alert);
    object.set("when", writeCondition(alert.when));
    setThresholds(object, alert.thresholds);
    if (!alert.margins.empty()) {
        JsonTree margins = JsonTree::object();
        for (const auto& [attribute, margin] : alert.margins)
            margins.set(attribute, number(margin));
        object.set("margins", std::move(margins));
    }
    setTime(object, "hold_seconds", alert.hold);
    setTime(object, "cooldown_seconds", alert.cooldown);
    setList(object, "notify", alert.notify, asIs);
    setList(object, "ways", alert.ways, [](AlertWay way) { return text(nameOf(way)); });
    setList(object, "silenced_by", alert.silencedBy, [](const AlertId& other) { return text(other.value); });
    setUnlessEmpty(object, "quiet", alert.quiet.value);
    setTime(object, "group_seconds", alert.group);
    if (alert.budgetPerHour > 0)
        object.set("budget_per_hour", number(alert.budgetPerHour));
    setTime(object, "escalate_after_seconds", alert.escalateAfter);
    setList(object, "escalate_to", alert.escalateTo, asIs);
    return object;
}

JsonTree writeSkill(const Skill& skill)
{
    JsonTree object = JsonTree::object();
    object.set("id", text(skill.id.value)).set("level", number(skill.level));
    return object;
}

JsonTree writeRelax(const RelaxStep& step)
{
    JsonTree object = JsonTree::object();
    object.set("after_seconds", duration(step.after)).set("skill_level", number(step.skillLevel));
    if (!step.drop.empty())
        object.set("drop", listOf(step.drop, [](Requirement dropped) { return text(nameOf(dropped)); }));
    return object;
}

JsonTree writeQueue(const Queue& queue)
{
    JsonTree object = named(queue);
    if (!queue.skills.empty())
        object.set("skills", listOf(queue.skills, writeSkill));
    setUnlessEmpty(object, "schedule", queue.schedule.value);
    setUnlessEmpty(object, "fallback", queue.fallback.value);
    if (!queue.relax.empty())
        object.set("relax", listOf(queue.relax, writeRelax));
    object.set("offer_seconds", duration(queue.offerFor));
    if (queue.askAgainAfter != Queue{}.askAgainAfter)
        object.set("ask_again_seconds", duration(queue.askAgainAfter));
    setUnlessEmpty(object, "team", queue.team);
    if (queue.raiseAfter.count() > 0)
        object.set("raise_after_seconds", duration(queue.raiseAfter));
    if (queue.affinityFor.count() > 0)
        object.set("affinity_seconds", duration(queue.affinityFor));
    return object;
}

}

std::string writeRulebook(const Rulebook& rulebook)
{
    if (rulebook.policiesOnly)
        return printJson(listOf(rulebook.policies, writePolicy), 2);
    JsonTree document = JsonTree::object();
    document.set("rulebook", number(1)).set("attributes", writeAttributes(rulebook));
    document.set("schedules", listOf(rulebook.schedules, writeSchedule))
        .set("signals", listOf(rulebook.signals, writeSignal));
    document.set("qualification", listOf(rulebook.qualification, writeCriterion))
        .set("tiers", listOf(rulebook.tiers, writeTier));
    document.set("policies", listOf(rulebook.policies, writePolicy)).set("alerts", listOf(rulebook.alerts, writeAlert));
    document.set("queues", listOf(rulebook.queues, writeQueue));
    if (!rulebook.groups.empty())
        document.set("groups", listOf(rulebook.groups, writeGroup));
    if (!rulebook.cases.empty())
        document.set("cases", listOf(rulebook.cases, writeCase));
    return printJson(document, 2) + "\n";
}

std::string actionsToJson(const std::vector<Action>& actions) { return printJson(writeActions(actions), -1); }

}
