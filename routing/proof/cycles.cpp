// Ways that lead back to where they started: queues that fall back to each other, and policies that send a conversation
// from queue to queue because of the queue it comes from.
#include "routing/proof/analyses.h"
#include "routing/proof/places.h"

#include "routing/conditions/walk.h"
#include "routing/rulebook/phrases.h"

#include <algorithm>
#include <deque>
#include <set>

namespace signalbox {
namespace {

constexpr std::string_view previousQueue = "conversation.previous_queue";
constexpr std::size_t mostSteps = 6;

std::string circle(const std::vector<QueueId>& queues, const Rulebook& rulebook)
{
    std::string words;
    for (const QueueId& queue : queues)
        words += nameOf(queue, rulebook) + " → ";
    return words + nameOf(queues.front(), rulebook);
}

std::string placeOfFallback(const QueueId& queue, const Rulebook& rulebook)
{
    const auto at = std::find_if(rulebook.queues.begin(), rulebook.queues.end(),
                                 [&queue](const Queue& other) { return other.id == queue; });
    return "/queues/" + std::to_string(at - rulebook.queues.begin()) + "/fallback";
}

void findFallbackCycles(const Rulebook& rulebook, Findings& findings)
{
    std::map<QueueId, QueueId> fallback;
    for (const Queue& queue : rulebook.queues)
        if (!queue.fallback.empty())
            fallback.emplace(queue.id, queue.fallback);
    std::set<QueueId> settled;
    for (const Queue& start : rulebook.queues) {
        std::vector<QueueId> way;
        QueueId at = start.id;
        while (!settled.contains(at) && fallback.contains(at) && std::find(way.begin(), way.end(), at) == way.end()) {
            way.push_back(at);
            at = fallback.at(at);
        }
        const auto back = std::find(way.begin(), way.end(), at);
        if (back != way.end()) {
            Finding finding;
            finding.kind = FindingKind::Cycle;
            finding.message = "Queues fall back to each other in a circle: " + circle({back, way.end()}, rulebook)
                + ". While all of them are closed nobody takes the conversation.";
            finding.place = placeOfFallback(*back, rulebook);
            findings.add(std::move(finding));
        }
        settled.insert(way.begin(), way.end());
        settled.insert(start.id);
    }
}

// The condition once the previous queue is known: comparisons with it become what they are then.
Condition comingFrom(const Condition& condition, const QueueId& queue)
{
    const auto all = [&queue](const std::vector<Condition>& parts) {
        std::vector<Condition> then;
        for (const Condition& part : parts)
            then.push_back(comingFrom(part, queue));
        return then;
    };
    if (const auto* const group = std::get_if<AllOf>(&condition.node))
        return {AllOf{all(group->parts)}};
    if (const auto* const group = std::get_if<AnyOf>(&condition.node))
        return {AnyOf{all(group->parts)}};
    if (const auto* const inverse = std::get_if<Not>(&condition.node))
        return {Not{std::make_shared<const Condition>(comingFrom(*inverse->part, queue))}};
    const auto* const comparison = std::get_if<Comparison>(&condition.node);
    if (!comparison || comparison->attribute != previousQueue
        || std::holds_alternative<AttributeRef>(comparison->operand))
        return condition;
    const Values values{{std::string(previousQueue), queue.value}};
    Patterns patterns;
    patterns.addFrom(condition);
    const OpenIntervals none;
    return holds(condition, Facts{values, patterns, none, {}}) ? Condition{AllOf{}} : Condition{AnyOf{}};
}

// Queues that a condition asks for by name, where it cannot hold for any other: those of an `eq` or `in` among its parts.
std::vector<QueueId> queuesItComesFrom(const Condition& condition)
{
    std::vector<QueueId> queues;
    const auto add = [&queues](const Value& value) {
        if (const auto* const id = std::get_if<std::string>(&value))
            queues.push_back(QueueId{*id});
    };
    for (const Condition* const part : conjuncts(condition)) {
        const auto* const comparison = std::get_if<Comparison>(&part->node);
        if (!comparison || comparison->attribute != previousQueue)
            continue;
        if (const auto* const value = std::get_if<Value>(&comparison->operand); value && comparison->op == Operator::Eq)
            add(*value);
        else if (const auto* const list = std::get_if<std::vector<Value>>(&comparison->operand);
                 list && comparison->op == Operator::In)
            std::for_each(list->begin(), list->end(), add);
    }
    return queues;
}

struct Step {
    QueueId from;
    QueueId to;
    std::size_t policy = 0;
};

class TransferCycles {
public:
    TransferCycles(Prover& prover, const PolicyOrder& order, Findings& findings)
        : m_prover(prover), m_order(order), m_findings(findings)
    {
        for (std::size_t i = 0; i < order.size(); ++i)
            for (const Action& action : order[i].actions) {
                const auto* const transfer = std::get_if<TransferToQueue>(&action);
                if (!transfer || !transfer->queue.attribute.empty())
                    continue;
                for (const QueueId& from : queuesItComesFrom(order[i].when))
                    m_steps.push_back({from, QueueId{transfer->queue.id}, i});
            }
    }

    void search()
    {
        for (const Step& step : m_steps)
            walk({step});
    }

private:
    // Each circle is found once: from its least policy.
    void walk(const std::vector<Step>& way)
    {
        if (way.back().to == way.front().from) {
            report(way);
            return;
        }
        if (way.size() == mostSteps || m_prover.limits().left() <= 0)
            return;
        for (const Step& next : m_steps) {
            const bool isNew
                = std::none_of(way.begin(), way.end(), [&next](const Step& step) { return step.from == next.from; });
            if (next.from == way.back().to && next.policy >= way.front().policy && isNew) {
                auto longer = way;
                longer.push_back(next);
                walk(longer);
            }
        }
    }

    void report(const std::vector<Step>& way)
    {
        std::set<QueueId> queues;
        for (const Step& step : way)
            queues.insert(step.from);
        auto witness = m_reported.contains(queues) ? std::nullopt : goingRound(way);
        if (!witness)
            return;
        m_reported.insert(queues);
        std::vector<QueueId> places;
        std::vector<std::string> policies;
        for (const Step& step : way) {
            places.push_back(step.from);
            policies.push_back(called(m_order[step.policy]));
        }
        Finding finding;
        finding.kind = FindingKind::Cycle;
        finding.policy = m_order[way.front().policy].id;
        finding.message = "A conversation can go round for ever, by " + joined(policies, " and ") + ": "
            + circle(places, m_order.rulebook()) + ".";
        finding.witness = std::move(witness);
        finding.place = placeOf(m_order[way.front().policy], m_order.rulebook());
        m_findings.add(std::move(finding));
    }

    // A conversation for which each policy of the way is the first, once it comes from the queue before.
    std::optional<Values> goingRound(const std::vector<Step>& way)
    {
        std::deque<Condition> conditions;
        Question question(m_prover);
        for (const Step& step : way)
            question.require(conditions.emplace_back(comingFrom(m_order[step.policy].when, step.from)), true);
        for (std::size_t tries = 0; tries <= m_order.size() * way.size(); ++tries) {
            auto answer = question.answer();
            if (!answer.yes())
                return std::nullopt;
            bool isRound = true;
            for (const Step& step : way) {
                Values values = answer.witness;
                values.insert_or_assign(std::string(previousQueue), step.from.value);
                const std::size_t fires = m_order.first(values);
                if (fires == step.policy)
                    continue;
                isRound = false;
                if (fires > step.policy)
                    return std::nullopt;
                question.require(conditions.emplace_back(comingFrom(m_order[fires].when, step.from)), false);
            }
            if (isRound) {
                answer.witness.insert_or_assign(std::string(previousQueue), way.front().from.value);
                return std::move(answer.witness);
            }
        }
        return std::nullopt;
    }

    Prover& m_prover;
    const PolicyOrder& m_order;
    std::vector<Step> m_steps;
    std::set<std::set<QueueId>> m_reported;
    Findings& m_findings;
};

}

void findCycles(Prover& prover, const PolicyOrder& order, Findings& findings)
{
    findFallbackCycles(order.rulebook(), findings);
    TransferCycles(prover, order, findings).search();
}

}
