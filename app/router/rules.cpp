#include "app/router/rules.h"

#include "app/rules/open_intervals_of.h"
#include "routing/open_intervals_json.h"
#include "routing/rulebook/rulebook_json.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::size_t issuesListed = 20;

class AttributeCollector {
public:
    explicit AttributeCollector(std::set<std::string, std::less<>>& into) : m_into(into) { }

    void collect(const Condition& condition) const { std::visit(*this, condition.node); }
    void operator()(const AllOf& node) const { collectAll(node.parts); }
    void operator()(const AnyOf& node) const { collectAll(node.parts); }
    void operator()(const Not& node) const
    {
        if (node.part)
            collect(*node.part);
    }
    void operator()(const Comparison& node) const
    {
        m_into.insert(node.attribute);
        if (const AttributeRef* other = std::get_if<AttributeRef>(&node.operand))
            m_into.insert(other->name);
    }
    void operator()(const ScheduleTest&) const { }

private:
    void collectAll(const std::vector<Condition>& parts) const
    {
        for (const Condition& part : parts)
            collect(part);
    }

    std::set<std::string, std::less<>>& m_into;
};

Rulebook withAQueue(Rulebook rulebook)
{
    if (rulebook.queues.empty()) {
        Queue everyone;
        everyone.id = {"everyone"};
        everyone.name = "Everyone";
        rulebook.queues.push_back(std::move(everyone));
    }
    return rulebook;
}

bool changesWithTime(std::string_view attribute)
{
    return attribute == "now" || attribute.ends_with("_score") || attribute == "conversation.minutes"
        || attribute == "conversation.waiting_seconds" || attribute.starts_with("queue.");
}

std::string issuesText(const std::vector<RulebookIssue>& issues)
{
    std::string text
        = "The rulebook has " + std::to_string(issues.size()) + (issues.size() == 1 ? " error:" : " errors:");
    for (std::size_t i = 0; i < std::min(issues.size(), issuesListed); ++i)
        text += "\n" + toText(issues[i]);
    if (issues.size() > issuesListed)
        text += "\nand " + std::to_string(issues.size() - issuesListed) + " more.";
    return text;
}

}

std::set<std::string, std::less<>> mentionedAttributes(const Rulebook& rulebook)
{
    std::set<std::string, std::less<>> mentioned;
    const AttributeCollector collector(mentioned);
    for (const Signal& signal : rulebook.signals)
        collector.collect(signal.when);
    for (const Criterion& criterion : rulebook.qualification)
        collector.collect(criterion.when);
    for (const Tier& tier : rulebook.tiers)
        collector.collect(tier.when);
    for (const AlertTrigger& alert : rulebook.alerts)
        collector.collect(alert.when);
    for (const Policy& policy : rulebook.policies) {
        collector.collect(policy.when);
        if (policy.exception)
            collector.collect(policy.exception->when);
    }
    return mentioned;
}

Rules::Rules(Rulebook rulebook, OpenIntervals intervals, RulebookOnScreen onScreen)
    : m_engine(withAQueue(rulebook), onScreen.version, intervals),
      m_onScreen(std::move(onScreen)),
      m_mentioned(mentionedAttributes(rulebook)),
      m_watchesTime(std::ranges::any_of(m_mentioned, changesWithTime)
                    || std::ranges::any_of(rulebook.tiers, [](const Tier& tier) { return tier.keepFor > seconds{0}; }))
{
}

Result<std::shared_ptr<const Rules>> Rules::compile(const RulebookPublished& published, Instant at)
{
    auto rulebook = readRulebook(published.document);
    if (!rulebook)
        return failure(issuesText(rulebook.error()), "rulebook version " + std::to_string(published.version));
    auto intervals = openIntervalsFromJson(published.openIntervals);
    if (!intervals)
        return tl::unexpected(intervals.error());
    RulebookOnScreen onScreen{published.version, published.document, published.note, published.by, at};
    return std::shared_ptr<const Rules>(new Rules(std::move(*rulebook), std::move(*intervals), std::move(onScreen)));
}

std::shared_ptr<const Rules> Rules::beforeAnyRulebook()
{
    RulebookOnScreen onScreen;
    onScreen.document = writeRulebook(withAQueue({}));
    return std::shared_ptr<const Rules>(new Rules(withAQueue({}), {}, std::move(onScreen)));
}

std::vector<const AlertTrigger*> Rules::alertsThatHold(const Values& values, Instant now) const
{
    return m_engine.alertsThatHold(values, now);
}

const Queue* Rules::queue(const QueueId& id) const
{
    const auto found = std::ranges::find(rulebook().queues, id, &Queue::id);
    return found == rulebook().queues.end() ? nullptr : &*found;
}

std::string Rules::queueName(const QueueId& id) const
{
    const Queue* found = queue(id);
    return found && !found->name.empty() ? found->name : id.value;
}

std::string Rules::policyTitle(const PolicyId& id) const
{
    const std::vector<const Policy*> policies = policiesInOrder(rulebook());
    const auto found = std::ranges::find(policies, id, [](const Policy* policy) { return policy->id; });
    if (found == policies.end())
        return "Policy " + id.value;
    const std::string& name = (*found)->name.empty() ? id.value : (*found)->name;
    return "Policy " + std::to_string(found - policies.begin() + 1) + " " + name;
}

Result<RulebookPublished> preparePublication(const std::string& document, const std::string& note,
                                             const std::string& by, int version, Instant now)
{
    const auto rulebook = readRulebook(document);
    if (!rulebook)
        return failure(issuesText(rulebook.error()), "rulebook");
    if (rulebook->policiesOnly)
        return failure("This is only a list of policies. Publish a whole rulebook: an object with \"rulebook\": 1.",
                       "rulebook");
    const auto intervals = openIntervalsOf(*rulebook, now - resolvedBack, now + resolvedAhead);
    if (!intervals)
        return tl::unexpected(intervals.error());
    return RulebookPublished{version, document, openIntervalsToJson(*intervals), note, by};
}

}
