#pragma once

#include "app/analysis/errand.h"
#include "app/analysis/history.h"
#include "model/domain/alert.h"
#include "model/domain/conversation.h"
#include "routing/conditions/condition.h"

namespace signalbox {

// Which alerts to label by what is known of their conversations by now, and as whom.
struct TruthQuestion {
    AlertId trigger;
    Origin origin = Origin::Live;
    Instant since = Instant::min();   // [since, until) by when they were raised
    Instant until = Instant::max();
    Condition isTrue;
    AgentId by;
    int silentAWeek = 0;   // of those that did not alert, drawn as the review draws them
};

struct TruthCount {
    std::int64_t truths = 0;
    std::int64_t falses = 0;
    std::int64_t unknown = 0;    // something that the condition looks at is missing
    std::int64_t asBefore = 0;   // of those true and false: labelled so already, by the same person
    std::int64_t byOthers = 0;   // labelled by somebody else, whose label stays the only one

    std::int64_t known() const { return truths + falses + byOthers; }
};

struct TruthLabels {
    std::vector<Label> labels;   // to be given
    TruthCount alerts;
    std::int64_t notTold = 0;   // alerts that were held back: they are not labelled
    TruthCount silent;
    std::int64_t weeks = 0;   // from which silent ones were drawn
};

// Labels for the alerts that somebody was told of, and for a sample of each week's conversations that the trigger said
// nothing of. Weeks are drawn from as wholes, as in the review. Changes nothing. Error: the workspace cannot be read.
Result<TruthLabels> labelsFromTruth(History& history, const TruthQuestion& question, const Errand& errand);

}
