#include "routing/trace/explanation.h"

#include "routing/assignment/eligibility.h"
#include "routing/tiers/tiers.h"

#include <algorithm>

namespace signalbox {
namespace {

template <class Entry>
const Entry* findById(const std::vector<Entry>& entries, const std::string& id)
{
    const auto found
        = std::find_if(entries.begin(), entries.end(), [&id](const Entry& entry) { return entry.id.value == id; });
    return found == entries.end() ? nullptr : &*found;
}

bool isInRulebook(const Goal& goal, const Rulebook& rulebook)
{
    switch (goal.kind) {
    case Goal::Kind::Policy:
        return findById(rulebook.policies, goal.id) != nullptr;
    case Goal::Kind::Tier:
        return findById(rulebook.tiers, goal.id) != nullptr;
    case Goal::Kind::Queue:
        return findById(rulebook.queues, goal.id) != nullptr || rulebook.queues.empty();
    case Goal::Kind::Agent:
        break;
    }
    return true;   // rulebooks do not list agents
}

bool isSwitchedOff(const Goal& goal, const Rulebook& rulebook)
{
    const Policy* const policy = goal.kind == Goal::Kind::Policy ? findById(rulebook.policies, goal.id) : nullptr;
    return policy && !policy->enabled;
}

std::string hindranceIn(const Offer& offer, const AgentId& agent)
{
    for (const CandidateReason& candidate : offer.candidates)
        if (candidate.agent == agent)
            return candidate.chosen ? "" : candidate.reason;
    return "Was not asked: it waited in no queue of theirs, or for somebody else";
}

Elsewhere lookFor(const Goal& goal, const Engine& engine, const Explanation& explanation)
{
    const Decision& decision = explanation.decision;
    Elsewhere place{goal};
    if (goal.kind == Goal::Kind::Agent)
        for (const Offer& offer : explanation.offers)
            if (std::string why = hindranceIn(offer, {goal.id}); !why.empty())
                place.hindrances.push_back(std::move(why));
    if (isReached(goal, decision, explanation.leadsTo)) {
        place.answer = Elsewhere::Answer::LedThere;
        place.changes.found = true;
    } else if (!isInRulebook(goal, engine.rulebook())) {
        place.answer = Elsewhere::Answer::NotInRulebook;
    } else if (isSwitchedOff(goal, engine.rulebook())) {
        place.answer = Elsewhere::Answer::SwitchedOff;
    } else {
        place.changes = engine.whatWouldLeadTo(decision, goal);
        const bool isKept = goal.kind == Goal::Kind::Tier && explanation.tierReason == TierReason::Kept
            && rankOf({goal.id}, engine.rulebook().tiers) > decision.tierRank;
        place.answer = place.changes.found ? Elsewhere::Answer::Changes
            : isKept                       ? Elsewhere::Answer::HigherTierKept
                                           : Elsewhere::Answer::NothingFound;
    }
    return place;
}

}

Explanation explain(const Engine& engine, const Decision& decision, const Inquiry& inquiry)
{
    Explanation explanation = engine.explain(decision);
    explanation.offers = inquiry.offers;
    for (const Goal& goal : inquiry.goals)
        explanation.elsewhere.push_back(lookFor(goal, engine, explanation));
    return explanation;
}

std::vector<Goal> otherPlaces(const Engine& engine, const Decision& decision)
{
    const Destination destination = destinationOf(decision, engine.rulebook(), engine.openIntervals());
    std::vector<Goal> goals;
    for (const Tier& tier : engine.rulebook().tiers)
        goals.push_back({Goal::Kind::Tier, tier.id.value});
    for (const Queue& queue : engine.rulebook().queues)
        goals.push_back({Goal::Kind::Queue, queue.id.value});
    std::erase_if(goals, [&](const Goal& goal) { return isReached(goal, decision, destination); });
    return goals;
}

Goal goalOf(const Agent& agent, const Rulebook& rulebook)
{
    Goal goal{Goal::Kind::Agent, agent.id.value};
    for (const Queue& queue : rulebook.queues)
        if (belongsTo(agent, queue.id))
            goal.queues.push_back(queue.id);
    return goal;
}

}
