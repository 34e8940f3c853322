#include "ui/policies/try/trial.h"

#include "routing/backtest/outcome.h"
#include "routing/conditions/evaluate.h"
#include "routing/context/context_json.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/try/draft_engine.h"

#include <algorithm>

namespace signalbox {
namespace {

std::optional<Value> valueIn(const Values& values, const std::string& attribute)
{
    const auto known = values.find(attribute);
    return known == values.end() ? std::nullopt : std::optional(known->second);
}

// Where intervals are known: what was kept of other times stays as it was.
bool isWithin(const std::vector<Interval>& intervals, Instant at)
{
    return !intervals.empty() && intervals.front().from <= at && at < intervals.back().to;
}

}

Trial::Trial(const StudioContext& studio, QObject* parent) : QObject(parent), m_studio(studio)
{
    connect(&m_studio.engine, &DraftEngine::compiled, this, &Trial::decide);
}

void Trial::tryPast(const QString& name, const Decision& decision)
{
    m_name = name;
    m_base = decision;
    m_past = true;
    m_edits.clear();
    decide();
}

void Trial::tryValues(const QString& name, Values values)
{
    m_name = name;
    m_past = false;
    m_edits.clear();
    m_base = Decision{};
    m_base->at = momentOf(values, m_studio.draft.rulebook(), m_studio.engine.now());
    m_base->snapshot = std::move(values);
    decide();
}

void Trial::change(const std::string& attribute, const std::optional<Value>& value)
{
    if (valueBefore(attribute) == value)
        m_edits.erase(attribute);
    else
        m_edits.insert_or_assign(attribute, value);
    decide();
}

void Trial::reset(const std::string& attribute)
{
    if (m_edits.erase(attribute) > 0)
        decide();
}

void Trial::resetAll()
{
    m_edits.clear();
    decide();
}

std::optional<Value> Trial::valueBefore(const std::string& attribute) const { return valueIn(m_unedited, attribute); }

// What a decision of the past kept, with scores counted and schedules read anew as far as the engine knows better.
Values Trial::valuesFor(const Engine& engine) const
{
    if (!m_past)
        return m_base->snapshot;
    Values values = engine.decideAgain(*m_base).snapshot;
    const auto& before = m_studio.draft.live().schedules;
    for (const Schedule& schedule : engine.rulebook().schedules) {
        const auto known = std::ranges::find(before, schedule.id, &Schedule::id);
        const bool asItWas = known != before.end() && *known == schedule;
        const auto open = engine.openIntervals().find(schedule.id);
        if (!asItWas && open != engine.openIntervals().end() && isWithin(open->second, m_base->at))
            values.insert_or_assign(scheduleAttribute(schedule.id),
                                    isOpen(engine.openIntervals(), schedule.id, m_base->at));
    }
    return values;
}

Decision Trial::bareDecision(Values values) const
{
    Decision bare;
    bare.conversation = m_base->conversation;
    bare.at = m_base->at;
    bare.tierBefore = m_base->tierBefore;
    bare.sentTo = m_base->sentTo;
    for (const auto& [attribute, value] : m_edits)
        if (value)
            values.insert_or_assign(attribute, *value);
        else
            values.erase(attribute);
    if (const auto now = valueIn(values, "now"); now && std::holds_alternative<Instant>(*now))
        bare.at = std::get<Instant>(*now);
    bare.snapshot = std::move(values);
    return bare;
}

void Trial::decide()
{
    m_draft = m_studio.engine.draft();
    if (!isDecided()) {
        Q_EMIT changed();
        return;
    }
    const Engine& engine = m_draft->engine;
    m_unedited = valuesFor(engine);
    m_decision = engine.decideAsItStands(bareDecision(m_unedited));
    m_steps = engine.explain(m_decision.snapshot, m_decision.at);
    m_asLive.reset();
    if (const auto& live = m_studio.engine.live())
        m_asLive = live->decideAsItStands(bareDecision(valuesFor(*live)));
    m_studio.selection.setSample(StudioSelection::Sample{m_name, m_decision.snapshot, m_decision.at});
    Q_EMIT changed();
}

bool Trial::sameAsLive() const
{
    if (!m_asLive || !isDecided())
        return true;
    const Engine& live = *m_studio.engine.live();
    const Engine& draft = m_draft->engine;
    return outcomeOf(m_decision, draft.rulebook(), draft.openIntervals())
        .sameAs(outcomeOf(*m_asLive, live.rulebook(), live.openIntervals()));
}

}
