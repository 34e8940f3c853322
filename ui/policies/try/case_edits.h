#pragma once

#include "routing/rulebook/rulebook.h"

#include <QString>

namespace signalbox {

class RulebookDraft;
class Trial;

// What a case keeps of a trial: its values, and how the draft decides them now as what must come out.
PolicyCase caseOf(const Trial& trial);
// The same values, pinned to a policy that must fire on them.
PolicyCase caseFor(const QString& name, const Values& values, const PolicyId& policy);

// Each is one step of undo in the draft. `addCase` gives it an id that no other has, and returns it.
CaseId addCase(RulebookDraft& draft, PolicyCase made);
void replaceCase(RulebookDraft& draft, const PolicyCase& after, const QString& mergeKey = {});
void removeCase(RulebookDraft& draft, const CaseId& id);
const PolicyCase* findCase(const RulebookDraft& draft, const CaseId& id);

}
