#include "routing/backtest/replay.h"

#include "routing/backtest/looked_at.h"
#include "routing/signals/intent_score.h"

#include <algorithm>

namespace signalbox {
namespace {

std::set<Score> scoresOf(const Rulebook& rulebook)
{
    std::set<Score> scores{Score::Intent};
    for (const Signal& signal : rulebook.signals)
        scores.insert(signal.score);
    return scores;
}

seconds cooldownOf(const AlertId& id, const Rulebook& rulebook)
{
    const auto known = std::ranges::find(rulebook.alerts, id, &AlertTrigger::id);
    return known == rulebook.alerts.end() ? seconds{0} : known->cooldown;
}

}

RulesThen rulesThen(const Rulebook& then, const Rulebook& draft)
{
    RulesThen rules;
    for (const Signal& signal : draft.signals)
        if (const auto same = std::ranges::find(then.signals, signal.id, &Signal::id);
            same != then.signals.end() && same->when == signal.when)
            rules.sameSignals.insert(signal.id);
    rules.scores = scoresOf(then);
    const AttributeNames lookedAt = attributesLookedAt(then);
    for (const std::string& attribute : attributesLookedAt(draft))
        if (isKeptOnlyWhenLookedAt(attribute) && !lookedAt.contains(attribute))
            rules.notKept.insert(attribute);
    return rules;
}

PastDecision withConsequences(const Engine& engine, Decision decision)
{
    PastDecision made;
    made.leadsTo = outcomeOf(decision, engine.rulebook(), engine.openIntervals());
    for (const Action& action : decision.actions)
        if (const auto* const raised = std::get_if<RaiseAlert>(&action))
            made.alerts.push_back({raised->alert, cooldownOf(raised->alert, engine.rulebook()), true});
    for (const AlertTrigger* const trigger : engine.alertsThatHold(decision.snapshot, decision.at))
        made.alerts.push_back({trigger->id, trigger->cooldown, false});
    made.decision = std::move(decision);
    return made;
}

Replay::Replay(const Engine& engine) : m_engine(engine), m_scores(scoresOf(engine.rulebook())) { }

void Replay::start(const ConversationId& conversation)
{
    m_conversation = conversation;
    m_observed.clear();
    m_held.reset();
    m_sentTo.clear();
    m_parted = false;
}

// A signal that both have was seen when it was seen, also between decisions; another one can only be looked for in what
// the decisions kept.
void Replay::observe(const Values& values, const PastMoment& moment)
{
    const std::set<SignalId>& same = moment.then.sameSignals;
    for (const SignalId& id : same) {
        if (const auto seen = moment.seen.find(id); seen != moment.seen.end())
            m_observed.insert_or_assign(id, seen->second);
        else
            m_observed.erase(id);
    }
    if (same.size() == m_engine.rulebook().signals.size())
        return;
    for (const SignalId& id : m_engine.observe(values, moment.changed, moment.at))
        if (!same.contains(id))
            m_observed.insert_or_assign(id, moment.at);
}

Decision Replay::decide(Values values, const PastMoment& moment)
{
    Decision given;
    given.conversation = m_conversation;
    given.at = moment.at;
    given.snapshot = std::move(values);
    for (const auto& [id, at] : m_observed)
        given.signalShares.push_back({id, {}, 0, at, Score::Intent});
    given.tierBefore = m_held;
    // Where it had been sent is known exactly only to the decisions that kept it; ours is made of what happened between
    // decisions. As long as nothing led elsewhere, it is the one there was.
    given.sentTo = moment.wasStopped && !m_parted ? moment.sentTo : m_sentTo;
    Decision made = m_engine.decideAgain(std::move(given));
    const auto& wouldGo = made.stoppedTransfer;
    if (!wouldGo || moment.wasStopped || m_parted || moment.ledTo.kind != Outcome::Kind::Queue
        || moment.ledTo.target != wouldGo->value)
        return made;
    made.sentTo.clear();
    made.tierBefore = m_held;
    return m_engine.decideAgain(std::move(made));
}

void Replay::remember(const PastDecision& made, const PastMoment& moment)
{
    const Decision& decision = made.decision;
    if (decision.tier.empty())
        m_held.reset();
    else if (!m_held || m_held->tier != decision.tier)
        m_held = TierHeld{decision.tier, moment.at};
    const auto queue = queueItIsSentTo(decision);
    if (queue && !decision.stoppedTransfer && (m_sentTo.empty() || m_sentTo.back() != *queue))
        m_sentTo.push_back(*queue);
    m_parted = m_parted || !made.leadsTo.sameOwner(moment.ledTo);
}

PastDecision Replay::next(Values values, const PastMoment& moment)
{
    if (!moment.onlyTimePassed)
        m_sentTo.clear();
    for (const Score score : moment.then.scores)
        if (!m_scores.contains(score))
            values.erase(scoreAttribute(score));
    values.insert_or_assign("now", moment.at);
    observe(values, moment);
    PastDecision made = withConsequences(m_engine, decide(std::move(values), moment));
    remember(made, moment);
    return made;
}

}
