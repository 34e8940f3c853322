#include "ui/policies/try/path_model.h"

#include "routing/conditions/evaluate.h"
#include "routing/trace/observation.h"
#include "ui/policies/studio_context.h"
#include "ui/policies/try/draft_engine.h"
#include "ui/policies/try/trial.h"
#include "ui/policies/try/value_text.h"
#include "ui/shared/format_text.h"

#include <algorithm>

namespace signalbox {
namespace {

QString nameOf(const Policy& policy) { return line(policy.name.empty() ? policy.id.value : policy.name, 120); }

// What the policy's condition comes to, whether or not its turn came.
struct Look {
    bool holds = false;
    QString words;   // of the first comparison that settled it
};

Look lookAt(const Policy& policy, const Trial& trial, const Engine& engine)
{
    Patterns patterns;
    patterns.addFrom(policy.when);
    const Facts facts{trial.values(), patterns, engine.openIntervals(), trial.decision().at};
    Observer observer(engine.rulebook(), facts);
    if (!holds(policy.when, facts)) {
        const Observation failed = observer.whatFailed(policy.when);
        return {false, comparisonText(failed.attribute, failed.found, failed.wanted, engine.rulebook())};
    }
    for (const Observation& observation : observer.everything(policy.when))
        if (observation.holds)
            return {true,
                    comparisonText(observation.attribute, observation.found, observation.wanted, engine.rulebook())};
    return {true, PathModel::tr("Holds for every conversation")};
}

}

PathModel::PathModel(Trial& trial, StudioSelection& selection, QObject* parent)
    : QAbstractListModel(parent), m_trial(trial), m_selection(selection)
{
    connect(&m_trial, &Trial::changed, this, &PathModel::rebuild);
    connect(&m_selection, &StudioSelection::policyChosen, this, &PathModel::rebuild);
}

int PathModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant PathModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case NumberRole:
        return row.number;
    case DetailRole:
        return row.detail;
    case MarkRole:
        return QVariant::fromValue(int(row.mark));
    case ChosenRole:
        return !row.policy.empty() && row.policy == m_selection.policy();
    case PolicyRole:
        return text(row.policy.value);
    case Qt::ToolTipRole:
        return tr("%1: %2").arg(row.title, row.detail).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return tr("%1 %2. %3").arg(row.number, row.title, row.detail);
    default:
        return {};
    }
}

int PathModel::rowOfChosen() const
{
    const auto found = std::ranges::find(m_rows, m_selection.policy(), &Row::policy);
    return m_selection.policy().empty() || found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int PathModel::rowThatFired() const
{
    const auto found = std::ranges::find(m_rows, Mark::Fired, &Row::mark);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void PathModel::rebuild()
{
    std::vector<Row> rows;
    if (m_trial.isDecided())
        addSteps(*m_trial.draft(), rows);
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

void PathModel::addSteps(const CompiledDraft& draft, std::vector<Row>& rows) const
{
    const Rulebook& rulebook = draft.engine.rulebook();
    const std::vector<Policy>& policies = rulebook.policies;
    const std::vector<TraceStep>& steps = m_trial.steps();
    for (std::size_t i = 0; i < steps.size() && i < policies.size(); ++i) {
        const TraceStep& step = steps[i];
        Row row{QString::number(i + 1), step.policy, nameOf(policies[i]), {}, Mark::Failed};
        if (step.outcome == TraceStep::Outcome::Disabled) {
            row.mark = Mark::Off;
            row.detail = tr("Off", "a policy");
        } else if (step.outcome == TraceStep::Outcome::Fired) {
            row.mark = Mark::Fired;
            row.detail = lookAt(policies[i], m_trial, draft.engine).words;
        } else {
            row.detail = comparisonText(step.attribute, step.found, step.wanted, rulebook);
        }
        rows.push_back(std::move(row));
    }
    addNotReached(draft, steps.size(), rows);
}

void PathModel::addNotReached(const CompiledDraft& draft, std::size_t from, std::vector<Row>& rows) const
{
    const std::vector<Policy>& policies = draft.engine.rulebook().policies;
    const auto addRange = [&](std::size_t first, std::size_t end) {
        if (first >= end)
            return;
        const bool one = first + 1 == end;
        rows.push_back({one ? QString::number(end) : tr("%1–%2", "a range of numbers").arg(first + 1).arg(end),
                        one ? policies[first].id : PolicyId{}, one ? nameOf(policies[first]) : tr("Not reached"),
                        one ? tr("Not reached") : QString(), Mark::NotReached});
    };
    const auto chosen = std::ranges::find(policies, m_selection.policy(), &Policy::id);
    const std::size_t place = std::size_t(chosen - policies.begin());
    if (chosen == policies.end() || place < from)
        return addRange(from, policies.size());
    addRange(from, place);
    const Look look = lookAt(*chosen, m_trial, draft.engine);
    const QString detail = !chosen->enabled ? tr("Off", "a policy")
        : look.holds                        ? tr("Not reached; it would match too")
                                            : tr("Not reached; %1").arg(look.words);
    rows.push_back({QString::number(place + 1), chosen->id, nameOf(*chosen), detail,
                    chosen->enabled ? Mark::NotReached : Mark::Off});
    addRange(place + 1, policies.size());
}

}
