#include "ui/policies/try/case_edits.h"

#include "routing/trace/destination.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/try/draft_engine.h"
#include "ui/policies/try/trial.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox {
namespace {

QString tr(const char* words) { return QCoreApplication::translate("Cases", words); }

constexpr qsizetype longestName = 120;

// With the moment: whether a schedule is open depends on it.
Values withMoment(const Trial& trial)
{
    Values values = trial.values();
    values.insert_or_assign("now", trial.decision().at);
    return values;
}

}

PolicyCase caseOf(const Trial& trial)
{
    PolicyCase made;
    made.name = trial.name().left(longestName).toStdString();
    made.context = withMoment(trial);
    const Decision& decision = trial.decision();
    made.policy = decision.policy.value_or(PolicyId{});
    made.pinnedTo = made.policy;
    made.tier = decision.tier;
    const Engine& engine = trial.draft()->engine;
    made.queue
        = queueItIsSentTo(decision).value_or(destinationOf(decision, engine.rulebook(), engine.openIntervals()).queue);
    return made;
}

PolicyCase caseFor(const QString& name, const Values& values, const PolicyId& policy)
{
    PolicyCase made;
    made.name = name.left(longestName).toStdString();
    made.context = values;
    made.policy = policy;
    made.pinnedTo = policy;
    return made;
}

CaseId addCase(RulebookDraft& draft, PolicyCase made)
{
    const std::vector<PolicyCase>& cases = draft.rulebook().cases;
    for (std::size_t number = cases.size() + 1; made.id.empty() || findCase(draft, made.id); ++number)
        made.id.value = "case-" + std::to_string(number);
    draft.editRooms(tr("save the case %1").arg(line(made.name, 60)),
                    [&made](Rulebook& rulebook) { rulebook.cases.push_back(made); });
    return made.id;
}

void replaceCase(RulebookDraft& draft, const PolicyCase& after, const QString& mergeKey)
{
    draft.editRooms(
        tr("edit the case %1").arg(line(after.name, 60)),
        [&after](Rulebook& rulebook) {
            const auto found = std::ranges::find(rulebook.cases, after.id, &PolicyCase::id);
            if (found != rulebook.cases.end())
                *found = after;
        },
        mergeKey);
}

void removeCase(RulebookDraft& draft, const CaseId& id)
{
    const PolicyCase* const kept = findCase(draft, id);
    if (!kept)
        return;
    draft.editRooms(tr("delete the case %1").arg(line(kept->name, 60)), [id](Rulebook& rulebook) {
        std::erase_if(rulebook.cases, [&id](const PolicyCase& one) { return one.id == id; });
    });
}

const PolicyCase* findCase(const RulebookDraft& draft, const CaseId& id)
{
    const std::vector<PolicyCase>& cases = draft.rulebook().cases;
    const auto found = std::ranges::find(cases, id, &PolicyCase::id);
    return found == cases.end() ? nullptr : &*found;
}

}
