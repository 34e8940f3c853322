// What other places of the window bring to the studio.
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/draft/threshold_change.h"
#include "ui/policies/editor/policy_room.h"
#include "ui/policies/policies_page_parts.h"
#include "ui/policies/try/case_edits.h"
#include "ui/policies/try/cases_pane.h"
#include "ui/shared/format_text.h"

#include <algorithm>

namespace signalbox {

void PoliciesPage::tryOut(const QString& name, const Values& values, const PolicyId& policy)
{
    StudioSelection& selection = m_parts->studio.selection;
    if (m_parts->studio.draft.find(policy))
        selection.choosePolicy(policy);
    selection.tryOut(name, values);
}

void PoliciesPage::takeCase(const PolicyCase& made)
{
    PolicyCase fit = made;
    if (!m_parts->studio.draft.find(fit.pinnedTo))
        fit.pinnedTo = {};
    if (!m_parts->studio.draft.find(fit.policy))
        fit.policy = {};
    const CaseId id = addCase(m_parts->studio.draft, std::move(fit));
    m_parts->showRoom(0);
    openCases(m_parts->context, *this).choose(id);
}

void PoliciesPage::takePolicy(const Policy& made, const PolicyId& before)
{
    RulebookDraft& draft = m_parts->studio.draft;
    Policy fresh = made;
    fresh.id = draft.freshPolicyId(text(made.name));
    const PolicyId id = fresh.id;
    const int row = draft.rowOf(before);
    draft.insertPolicy(row < 0 ? int(draft.policies().size()) : row, std::move(fresh),
                       tr("add %1").arg(line(made.name, 60)));
    showPolicy(id);
}

std::vector<AlertId> PoliciesPage::takeThresholds(const std::vector<ThresholdChange>& changes)
{
    RulebookDraft& draft = m_parts->studio.draft;
    const std::vector<AlertTrigger>& alerts = draft.rulebook().alerts;
    const auto rowOf = [&](const AlertId& id) { return std::ranges::find(alerts, id, &AlertTrigger::id) - alerts.begin(); };
    std::vector<AlertId> missing;
    std::vector<ThresholdChange> fit;
    for (const ThresholdChange& change : changes)
        if (rowOf(change.alert) < std::ssize(alerts))
            fit.push_back(change);
        else
            missing.push_back(change.alert);
    if (fit.empty())
        return missing;
    const auto row = rowOf(fit.front().alert);
    draft.editRooms(tr("take thresholds over from the review"), [&fit](Rulebook& rulebook) {
        for (const ThresholdChange& change : fit)
            std::ranges::find(rulebook.alerts, change.alert, &AlertTrigger::id)
                ->thresholds[change.channel][change.attribute]
                = change.threshold;
    });
    m_parts->keeper.saveNow();
    m_parts->showPlace(QStringLiteral("/alerts/%1").arg(row));
    return missing;
}

}
