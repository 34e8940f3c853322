#pragma once

#include "routing/rulebook/rulebook.h"
#include "ui/shared/explained_moment.h"

namespace signalbox {

// What the studio is given of a decision: an example that must come out as it did, and a policy that would take
// conversations like it, switched off, which does the same until somebody says otherwise.
PolicyCase caseFromMoment(const ExplainedMoment& moment);
Policy policyFromMoment(const ExplainedMoment& moment);

// The values as the decision had them, with the changes of another way.
Values valuesOf(const ExplainedMoment& moment, const std::vector<ContextEdit>& edits = {});

}
