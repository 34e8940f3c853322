#include "routing/engine.h"

#include "model/domain/names.h"
#include "routing/conditions/evaluate.h"
#include "routing/conditions/walk.h"
#include "routing/qualification/qualification.h"
#include "routing/signals/intent_score.h"
#include "routing/tiers/tiers.h"
#include "routing/trace/trace.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::string_view channelAttribute = "conversation.channel";
constexpr std::string_view nowAttribute = "now";
constexpr std::string_view scoreAttribute = "intent_score";

// Calls back with every condition of the rulebook.
template <class Visit>
void forEachCondition(const Rulebook& rulebook, Visit visit)
{
    for (const Policy& policy : rulebook.policies) {
        visit(policy.when);
        if (policy.exception)
            visit(policy.exception->when);
    }
    for (const Signal& signal : rulebook.signals)
        visit(signal.when);
    for (const Criterion& criterion : rulebook.qualification)
        visit(criterion.when);
    for (const Tier& tier : rulebook.tiers)
        visit(tier.when);
    for (const AlertTrigger& alert : rulebook.alerts)
        visit(alert.when);
}

std::string channelOf(const Values& values)
{
    const auto known = values.find(channelAttribute);
    const auto* const channel = known == values.end() ? nullptr : std::get_if<std::string>(&known->second);
    return channel ? *channel : std::string{};
}

void requireSkill(std::vector<Skill>& skills, const Skill& wanted)
{
    const auto known
        = std::find_if(skills.begin(), skills.end(), [&wanted](const Skill& skill) { return skill.id == wanted.id; });
    if (known == skills.end())
        skills.push_back(wanted);
    else
        known->level = std::max(known->level, wanted.level);
}

// What the actions say about the decision itself, over what the tiers' own conditions say.
void applyActions(Decision& decision, const Rulebook& rulebook)
{
    for (const Action& action : decision.actions) {
        if (const auto* const tier = std::get_if<SetTier>(&action)) {
            decision.tier = tier->tier;
            decision.tierRank = rankOf(tier->tier, rulebook.tiers);
        } else if (const auto* const required = std::get_if<RequireSkill>(&action))
            requireSkill(decision.requiredSkills, required->skill);
        else if (const auto* const target = std::get_if<SetResponseTarget>(&action))
            decision.responseTarget = target->target;
    }
    if (!decision.responseTarget && decision.tierRank < static_cast<int>(rulebook.tiers.size()))
        decision.responseTarget = rulebook.tiers[static_cast<std::size_t>(decision.tierRank)].responseTarget;
}

}

struct Engine::State {
    State(Rulebook rules, int number, OpenIntervals open)
        : rulebook(std::move(rules)),
          version(number),
          intervals(std::move(open)),
          order(policiesInOrder(rulebook)),
          tiers(rulebook.tiers)
    {
        forEachCondition(rulebook, [this](const Condition& condition) {
            patterns.addFrom(condition);
            mentioned.merge(attributesOf(condition));
            forEachLeaf(
                condition, [](const Comparison&) {},
                [this](const ScheduleTest& test) { schedules.insert(test.schedule); });
        });
        for (const Signal& signal : rulebook.signals)
            mentionedBySignals.push_back(attributesOf(signal.when));
    }

    Facts facts(const Values& values, Instant now) const { return {values, patterns, intervals, now}; }
    Decision decideOn(Decision decision) const;

    Rulebook rulebook;
    int version;
    OpenIntervals intervals;
    std::vector<const Policy*> order;
    TierConditions tiers;
    Patterns patterns;
    std::set<std::string, std::less<>> mentioned;   // every attribute any condition looks at
    std::set<ScheduleId> schedules;                 // every schedule any condition asks
    std::vector<std::set<std::string, std::less<>>> mentionedBySignals;
};

// Takes conversation, time, snapshot and signal shares; fills in all that follows from them.
Decision Engine::State::decideOn(Decision decision) const
{
    const Facts known = facts(decision.snapshot, decision.at);
    decision.rulebookVersion = version;
    const auto fired = std::find_if(order.begin(), order.end(),
                                    [&known](const Policy* policy) { return holds(policy->when, known); });
    if (fired != order.end()) {
        const Policy& policy = **fired;
        decision.policy = policy.id;
        decision.byException = policy.exception && holds(policy.exception->when, known);
        decision.actions = decision.byException ? policy.exception->actions : policy.actions;
    }
    decision.tierRank = tiers.rank(channelOf(decision.snapshot), known);
    if (decision.tierRank < static_cast<int>(rulebook.tiers.size()))
        decision.tier = rulebook.tiers[static_cast<std::size_t>(decision.tierRank)].id;
    decision.qualification = qualify(rulebook, known);
    applyActions(decision, rulebook);
    return decision;
}

Engine::Engine(Rulebook rulebook, int version, OpenIntervals intervals)
    : m_state(std::make_unique<const State>(std::move(rulebook), version, std::move(intervals)))
{
}
Engine::~Engine() = default;

const Rulebook& Engine::rulebook() const { return m_state->rulebook; }
int Engine::version() const { return m_state->version; }
const OpenIntervals& Engine::openIntervals() const { return m_state->intervals; }

Values Engine::close(const DecisionInput& input, Instant now) const
{
    Values values = input.context ? input.context->valuesAt(now) : Values{};
    for (const auto& [attribute, value] : input.floor)
        if (m_state->mentioned.contains(attribute))
            values.insert_or_assign(attribute, value);
    for (const ScheduleId& schedule : m_state->schedules)
        values.insert_or_assign(scheduleAttribute(schedule), isOpen(m_state->intervals, schedule, now));
    values.insert_or_assign(std::string(channelAttribute), std::string(nameOf(input.channel)));
    values.insert_or_assign(std::string(nowAttribute), now);
    const auto shares = input.signalsObserved ? signalShares(*input.signalsObserved, now) : std::vector<SignalShare>{};
    values.insert_or_assign(std::string(scoreAttribute), intentScoreOf(shares));
    return values;
}

Decision Engine::decide(const DecisionInput& input, Instant now) const
{
    Decision decision;
    decision.conversation = input.conversation;
    decision.at = now;
    decision.snapshot = close(input, now);
    if (input.signalsObserved)
        decision.signalShares = signalShares(*input.signalsObserved, now);
    decision.intentScore = intentScoreOf(decision.signalShares);
    return m_state->decideOn(std::move(decision));
}

Decision Engine::decideAgain(const Decision& decision) const
{
    std::map<SignalId, Instant> observed;
    for (const SignalShare& share : decision.signalShares)
        observed.emplace(share.id, share.observedAt);
    Decision again;
    again.conversation = decision.conversation;
    again.at = decision.at;
    again.snapshot = decision.snapshot;
    again.signalShares = signalShares(observed, decision.at);
    again.intentScore = intentScoreOf(again.signalShares);
    again.snapshot.insert_or_assign(std::string(scoreAttribute), again.intentScore);
    return m_state->decideOn(std::move(again));
}

const Policy* Engine::firstMatch(const Values& values, Instant now) const
{
    const Facts facts = m_state->facts(values, now);
    for (const Policy* policy : m_state->order)
        if (holds(policy->when, facts))
            return policy;
    return nullptr;
}

std::vector<const Policy*> Engine::allMatches(const Values& values, Instant now) const
{
    const Facts facts = m_state->facts(values, now);
    std::vector<const Policy*> matches;
    for (const Policy* policy : m_state->order)
        if (holds(policy->when, facts))
            matches.push_back(policy);
    return matches;
}

const std::vector<Action>& Engine::actionsOf(const Policy& policy, const Values& values, Instant now) const
{
    const bool excepted = policy.exception && holds(policy.exception->when, m_state->facts(values, now));
    return excepted ? policy.exception->actions : policy.actions;
}

std::vector<TraceStep> Engine::explain(const Values& snapshot, Instant at) const
{
    return trace(m_state->rulebook, m_state->facts(snapshot, at));
}

std::vector<SignalId> Engine::observe(const Values& values, const std::vector<std::string>& changedAttributes,
                                      Instant now) const
{
    const Facts facts = m_state->facts(values, now);
    std::vector<SignalId> seen;
    for (std::size_t i = 0; i < m_state->rulebook.signals.size(); ++i) {
        const auto& mentioned = m_state->mentionedBySignals[i];
        const bool concerned
            = std::any_of(changedAttributes.begin(), changedAttributes.end(),
                          [&mentioned](const std::string& changed) { return mentioned.contains(changed); });
        if (concerned && holds(m_state->rulebook.signals[i].when, facts))
            seen.push_back(m_state->rulebook.signals[i].id);
    }
    return seen;
}

std::vector<SignalShare> Engine::signalShares(const std::map<SignalId, Instant>& observed, Instant now) const
{
    return sharesOf(m_state->rulebook.signals, observed, now);
}

}
