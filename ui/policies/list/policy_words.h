#pragma once

#include "routing/rulebook/rulebook.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/shared/theme.h"

#include <QString>

namespace signalbox {

// "Legal threat or very angry": its name, else its id; fit for one line.
QString policyTitle(const Policy& policy);
// What it does, for a list: "To Supervisors, answer within 1 minute, unless the account owner is there".
QString policyOutcome(const Policy& policy, const Rulebook& rulebook);
// Rank of the tier it sets; -1 when it sets none, or one that is not there.
int tierRankOf(const std::vector<Action>& actions, const Rulebook& rulebook);
// How it differs from the live version: "At least 55, was 60", "Moved", "New", "Switched off"; empty when as live.
QString policyChangeWords(const Policy& policy, const PolicyChange& change, const Rulebook& live,
                          const Rulebook& draft);

// The colours a group can have, as rulebooks write them, and what they look like.
struct GroupColor {
    const char* name;
    ThemeColor color;
};
const std::vector<GroupColor>& groupColors();
ThemeColor groupColor(const std::string& name);   // grey for an unknown one
QString groupColorWords(const std::string& name);
const PolicyGroup* findGroup(const PolicyGroupId& group, const Rulebook& rulebook);
QString groupTitle(const PolicyGroup& group);

}
