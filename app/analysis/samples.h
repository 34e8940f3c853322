#pragma once

#include "app/analysis/errand.h"
#include "app/analysis/history.h"
#include "ui/shared/analysis_port.h"

namespace signalbox {

// Conversations of the past, newest first: those a part of whose visitor's name, whose number ("#4809") or one of whose
// values is `words`; and which this policy left where they are. Practice and imported ones are among them, labelled.
Result<std::vector<PastSample>> findSamples(History& history, const QString& words,
                                            const std::optional<PolicyId>& policy, int limit, const Errand& errand);

}
