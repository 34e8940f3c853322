#include "ui/why/why_studio.h"

#include "ui/why/why_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace signalbox {
namespace {

struct WhyStudio {
    Q_DECLARE_TR_FUNCTIONS(WhyStudio)
};

// What is so of this moment only, and of no conversation like it.
constexpr std::array<std::string_view, 5> momentary{"now", "message.text", "conversation.minutes",
                                                    "conversation.waiting_seconds", "conversation.messages"};

bool isOfItsKind(const std::string& attribute)
{
    return !attribute.starts_with("schedule.") && !attribute.starts_with("queue.")
        && std::ranges::find(momentary, attribute) == momentary.end();
}

// What mattered: what the policy that fired and the one that nearly did looked at, and what the visitor wants.
std::set<std::string> whatMattered(const ExplainedMoment& moment)
{
    std::set<std::string> attributes{"ai.intent"};
    for (const PolicyMet& met : moment.path)
        if (met.outcome == TraceStep::Outcome::Fired || &met == nearestMiss(moment))
            for (const Observation& observed : met.comparisons)
                attributes.insert(observed.attribute);
    std::erase_if(attributes, [](const std::string& attribute) { return !isOfItsKind(attribute); });
    return attributes;
}

std::optional<Condition> likeThis(const std::string& attribute, const Value& value)
{
    if (std::holds_alternative<double>(value))
        return Condition{Comparison{attribute, Operator::Ge, value}};
    if (std::holds_alternative<StringSet>(value))
        return Condition{Comparison{attribute, Operator::HasAll, value}};
    if (std::holds_alternative<Instant>(value))
        return std::nullopt;
    return Condition{Comparison{attribute, Operator::Eq, value}};
}

}

Values valuesOf(const ExplainedMoment& moment, const std::vector<ContextEdit>& edits)
{
    Values values = moment.decision.snapshot;
    for (const ContextEdit& edit : edits)
        if (edit.to)
            values.insert_or_assign(edit.attribute, *edit.to);
        else
            values.erase(edit.attribute);
    return values;
}

PolicyCase caseFromMoment(const ExplainedMoment& moment)
{
    const Decision& decision = moment.decision;
    PolicyCase made;
    made.name = visitorTitle(moment.conversation).toStdString();
    made.context = decision.snapshot;
    made.policy = decision.policy.value_or(PolicyId{});
    made.pinnedTo = made.policy;
    made.tier = decision.tier;
    if (moment.outcome.kind == Outcome::Kind::Queue)
        made.queue = QueueId{moment.outcome.target};
    return made;
}

Policy policyFromMoment(const ExplainedMoment& moment)
{
    Policy made;
    made.name = WhyStudio::tr("Like %1").arg(visitorTitle(moment.conversation)).toStdString();
    made.enabled = false;
    AllOf all;
    for (const std::string& attribute : whatMattered(moment))
        if (const auto known = moment.decision.snapshot.find(attribute); known != moment.decision.snapshot.end())
            if (auto condition = likeThis(attribute, known->second))
                all.parts.push_back(std::move(*condition));
    made.when = Condition{std::move(all)};
    made.actions = moment.decision.actions;
    if (made.actions.empty())
        made.actions = {KeepWithAi{}};
    return made;
}

}
