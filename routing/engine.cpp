#include "routing/engine.h"

#include "model/domain/names.h"
#include "routing/engine_state.h"
#include "routing/qualification/qualification.h"
#include "routing/signals/intent_score.h"
#include "routing/trace/trace.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::string_view channelAttribute = "conversation.channel";
constexpr std::string_view nowAttribute = "now";

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

// Back to a queue that it was sent away from, though nothing but time has passed: it would go round for ever.
void stopLoop(Decision& decision)
{
    const auto target = queueItIsSentTo(decision);
    const auto& before = decision.sentTo;
    if (target && std::find(before.begin(), before.end(), *target) != before.end() && before.back() != *target)
        decision.stoppedTransfer = target;
    else
        decision.sentTo.clear();   // only what explains a stop is kept
}

}

std::optional<QueueId> queueItIsSentTo(const Decision& decision)
{
    for (const Action& action : decision.actions)
        if (const auto* const transfer = std::get_if<TransferToQueue>(&action)) {
            if (transfer->queue.attribute.empty())
                return QueueId{transfer->queue.id};
            const auto named = decision.snapshot.find(transfer->queue.attribute);
            const auto* const id
                = named == decision.snapshot.end() ? nullptr : std::get_if<std::string>(&named->second);
            return id ? std::optional(QueueId{*id}) : std::nullopt;
        }
    return std::nullopt;
}

Decision Engine::State::decideOn(Decision decision) const
{
    const Facts known = facts(decision.snapshot, decision.at);
    decision.rulebookVersion = version;
    if (const Policy* const fired = firstMatch(decision.snapshot, decision.at)) {
        const Policy& policy = *fired;
        decision.policy = policy.id;
        decision.byException = policy.exception && holds(policy.exception->when, known);
        decision.actions = decision.byException ? policy.exception->actions : policy.actions;
    }
    const int reached = tiers.rank(channelOf(decision.snapshot), known);
    decision.tierRank = rankKept(reached, decision.tierBefore, rulebook.tiers, decision.at);
    if (decision.tierRank < static_cast<int>(rulebook.tiers.size()))
        decision.tier = rulebook.tiers[static_cast<std::size_t>(decision.tierRank)].id;
    decision.qualification = qualify(rulebook, known);
    applyActions(decision, rulebook);
    stopLoop(decision);
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
    for (const Score score : m_state->scores)
        values.insert_or_assign(scoreAttribute(score), scoreOf(shares, score));
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
    if (m_state->keepsTiers)
        decision.tierBefore = input.tierBefore;
    decision.sentTo = input.sentTo;
    return m_state->decideOn(std::move(decision));
}

Decision Engine::decideAgain(const Decision& decision) const
{
    Decision kept;
    kept.conversation = decision.conversation;
    kept.at = decision.at;
    kept.snapshot = decision.snapshot;
    kept.signalShares = decision.signalShares;
    kept.tierBefore = decision.tierBefore;
    kept.sentTo = decision.sentTo;
    return decideAgain(std::move(kept));
}

Decision Engine::decideAgain(Decision&& decision) const
{
    std::map<SignalId, Instant> observed;
    for (const SignalShare& share : decision.signalShares)
        observed.emplace(share.id, share.observedAt);
    Decision again;
    again.conversation = std::move(decision.conversation);
    again.at = decision.at;
    again.snapshot = std::move(decision.snapshot);
    again.signalShares = signalShares(observed, decision.at);
    again.intentScore = intentScoreOf(again.signalShares);
    for (const Score score : m_state->scores)
        again.snapshot.insert_or_assign(scoreAttribute(score), scoreOf(again.signalShares, score));
    again.tierBefore = std::move(decision.tierBefore);
    again.sentTo = std::move(decision.sentTo);
    return m_state->decideOn(std::move(again));
}

Decision Engine::decideAsItStands(const Decision& bare) const
{
    Decision decision;
    decision.conversation = bare.conversation;
    decision.at = bare.at;
    decision.snapshot = bare.snapshot;
    const auto known = bare.snapshot.find(scoreAttribute(Score::Intent));
    const auto* const score = known == bare.snapshot.end() ? nullptr : std::get_if<double>(&known->second);
    decision.intentScore = score ? *score : 0;
    decision.tierBefore = bare.tierBefore;
    decision.sentTo = bare.sentTo;
    return m_state->decideOn(std::move(decision));
}

const std::vector<Action>& Engine::actionsOf(const Policy& policy, const Values& values, Instant now) const
{
    const bool excepted = policy.exception && holds(policy.exception->when, m_state->facts(values, now));
    return excepted ? policy.exception->actions : policy.actions;
}

std::vector<const AlertTrigger*> Engine::alertsThatHold(const Values& values, Instant now) const
{
    std::vector<const AlertTrigger*> held;
    if (m_state->rulebook.alerts.empty())
        return held;
    for (const std::size_t place : m_state->alerts.thatHold(channelOf(values), m_state->facts(values, now)))
        held.push_back(&m_state->rulebook.alerts[place]);
    return held;
}

std::vector<const AlertTrigger*> Engine::alertsThatStay(const Values& values, Instant now) const
{
    std::vector<const AlertTrigger*> staying;
    for (const std::size_t place : m_state->alerts.thatStay(channelOf(values), m_state->facts(values, now)))
        staying.push_back(&m_state->rulebook.alerts[place]);
    return staying;
}

std::vector<TraceStep> Engine::explain(const Values& snapshot, Instant at) const
{
    return trace(m_state->gated, m_state->facts(snapshot, at));
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
