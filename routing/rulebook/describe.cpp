#include "routing/rulebook/describe.h"

#include "routing/rulebook/known_attributes.h"
#include "routing/rulebook/phrases.h"

#include <algorithm>

namespace signalbox {
namespace {

// "asked for a person" reads better with somebody who did: "the visitor asked for a person". Empty for other labels.
std::string yesOrNoSentence(const std::string& label, bool yes)
{
    if (label.starts_with("asked "))
        return std::string("the visitor ") + (yes ? "" : "has not ") + label;
    if (label.starts_with("is ") || label.starts_with("has "))
        return "the visitor "
            + (yes ? label : label.substr(0, label.find(' ')) + " not" + label.substr(label.find(' ')));
    return {};
}

std::string describeComparison(const Comparison& comparison, bool negated, const Rulebook& rulebook)
{
    const std::string label = attributeLabel(comparison.attribute, rulebook);
    const auto* const value = std::get_if<Value>(&comparison.operand);
    const auto* const yes = value ? std::get_if<bool>(value) : nullptr;
    // Not for a comparison with false: that one fails on a missing attribute, where "has not asked" is true.
    if (yes && *yes && (comparison.op == Operator::Eq || comparison.op == Operator::Ne)) {
        const std::string words = yesOrNoSentence(label, (comparison.op == Operator::Eq) != negated);
        if (!words.empty())
            return words;
    }
    return label + " " + predicate(comparison, negated, rulebook);
}

std::string describeNode(const Condition& condition, bool negated, bool nested, const Rulebook& rulebook);

std::string describeGroup(const std::vector<Condition>& parts, bool isAll, bool negated, bool nested,
                          const Rulebook& rulebook)
{
    if (parts.empty())
        return isAll != negated ? "always" : "never";
    if (parts.size() == 1)
        return describeNode(parts.front(), negated, nested, rulebook);
    const std::string_view link = isAll ? " and " : " or ";
    std::string words;
    for (const Condition& part : parts)
        words += (words.empty() ? "" : std::string(link)) + describeNode(part, false, true, rulebook);
    if (negated)
        return "not (" + words + ")";
    return nested ? "(" + words + ")" : words;
}

std::string describeNode(const Condition& condition, bool negated, bool nested, const Rulebook& rulebook)
{
    if (const auto* const comparison = std::get_if<Comparison>(&condition.node))
        return describeComparison(*comparison, negated, rulebook);
    if (const auto* const test = std::get_if<ScheduleTest>(&condition.node))
        return (test->open != negated ? "it is within " : "it is outside ") + nameOf(test->schedule, rulebook);
    if (const auto* const inverse = std::get_if<Not>(&condition.node))
        return describeNode(*inverse->part, !negated, nested, rulebook);
    if (const auto* const all = std::get_if<AllOf>(&condition.node))
        return describeGroup(all->parts, true, negated, nested, rulebook);
    return describeGroup(std::get<AnyOf>(condition.node).parts, false, negated, nested, rulebook);
}

struct ActionWords {
    const Rulebook& rulebook;

    std::string otherwise(const QueueId& queue) const
    {
        return queue.empty() ? std::string{} : " (else to " + nameOf(queue, rulebook) + ")";
    }
    std::string operator()(const AnswerWithAi& action) const
    {
        const bool isUsual = action.minScore == AnswerWithAi{}.minScore;
        const std::string score
            = isUsual ? "" : " when it is at least " + numberInWords(action.minScore * 100) + "% sure";
        return "let the AI answer" + score + otherwise(action.fallbackQueue);
    }
    std::string operator()(const KeepWithAi&) const { return "keep it with the AI"; }
    std::string operator()(const TransferToQueue& action) const
    {
        if (action.queue.attribute.empty())
            return "send to " + nameOf(QueueId{action.queue.id}, rulebook);
        return "send to the queue that " + attributeLabel(action.queue.attribute, rulebook) + " names";
    }
    std::string operator()(const TransferToAgent& action) const
    {
        const std::string whom = action.agent.attribute.empty()
            ? "agent " + action.agent.id
            : "the agent that " + attributeLabel(action.agent.attribute, rulebook) + " names";
        return "send to " + whom + otherwise(action.fallbackQueue);
    }
    std::string operator()(const TransferToLastAgent& action) const
    {
        return "send to the agent who had it last" + otherwise(action.fallbackQueue);
    }
    std::string operator()(const SendMessage& action) const { return "say " + quoted(action.text); }
    std::string operator()(const SetTier& action) const
    {
        const std::string name = nameOf(action.tier, rulebook);
        return "set tier " + action.tier.value + (name == action.tier.value ? "" : " (" + name + ")");
    }
    std::string operator()(const AddTag& action) const { return "tag it " + quoted(action.tag); }
    std::string operator()(const RequireSkill& action) const
    {
        return "require " + action.skill.id.value + " at level " + std::to_string(action.skill.level);
    }
    std::string operator()(const SetResponseTarget& action) const
    {
        return "answer within " + durationInWords(action.target);
    }
    std::string operator()(const RaiseAlert& action) const
    {
        return "raise the alert " + quoted(nameOf(action.alert, rulebook));
    }
    std::string operator()(const FollowUp& action) const
    {
        return "follow up after " + durationInWords(action.after) + (action.owner.empty() ? "" : " by " + action.owner)
            + (action.note.empty() ? "" : ": " + quoted(action.note));
    }
    std::string operator()(const CallWebhook& action) const { return "call the webhook " + action.webhook; }
};

std::string describeActions(const std::vector<Action>& actions, const Rulebook& rulebook)
{
    std::vector<std::string> words;
    for (const Action& action : actions)
        words.push_back(describe(action, rulebook));
    return words.empty() ? "do nothing" : joined(words, " and ");
}

struct ValueWords {
    std::string operator()(const std::string& text) const { return text.empty() ? quoted(text) : text; }
    std::string operator()(double number) const { return numberInWords(number); }
    std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
    std::string operator()(const StringSet& members) const
    {
        return members.empty() ? "nothing" : joined(members, " and ");
    }
    std::string operator()(Instant instant) const
    {
        std::string text = toIso8601(instant);   // "2026-06-09T08:43:00Z"
        const std::size_t secondsAt = 16;
        const std::string rest = text.substr(secondsAt, text.size() - secondsAt - 1);
        return text.substr(0, 10) + " " + text.substr(11, 5) + (rest == ":00" ? "" : rest) + " UTC";
    }
};

}

std::string sentence(const Policy& policy, const Rulebook& rulebook)
{
    const std::string condition = describe(policy.when, rulebook);
    const std::string actions = describeActions(policy.actions, rulebook);
    std::string words = condition == "always" ? "Always " + actions : "If " + condition + ", " + actions;
    if (policy.exception)
        words += "; if also " + describe(policy.exception->when, rulebook) + ", "
            + describeActions(policy.exception->actions, rulebook) + " instead";
    return words;
}

std::string describe(const Condition& condition, const Rulebook& rulebook)
{
    return describeNode(condition, false, false, rulebook);
}

std::string describe(const Action& action, const Rulebook& rulebook)
{
    return std::visit(ActionWords{rulebook}, action);
}

std::string describe(const Value& value) { return std::visit(ValueWords{}, value); }

std::string attributeLabel(std::string_view attribute, const Rulebook& rulebook)
{
    constexpr std::string_view schedulePrefix = "schedule.";
    if (const auto declared = rulebook.attributes.find(attribute);
        declared != rulebook.attributes.end() && !declared->second.label.empty())
        return declared->second.label;
    if (const auto queue = queueOfAttribute(attribute))
        return std::string(knownAttribute(attribute)->label) + " in " + nameOf(QueueId{std::string(*queue)}, rulebook);
    if (const auto known = knownAttribute(attribute))
        return std::string(known->label);
    if (attribute.starts_with(schedulePrefix))
        return nameOf(ScheduleId{std::string(attribute.substr(schedulePrefix.size()))}, rulebook);
    std::string label(attribute.substr(attribute.rfind('.') + 1));   // npos + 1 is 0
    std::replace(label.begin(), label.end(), '_', ' ');
    return label.empty() ? std::string(attribute) : label;
}

}
