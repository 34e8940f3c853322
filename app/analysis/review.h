#pragma once

#include "app/analysis/errand.h"
#include "app/analysis/history.h"
#include "ui/shared/review.h"

namespace signalbox {

// The week's alerts with what followed, all past ones for the curves, and for each trigger of the live rulebook a sample
// of the conversations of the week that it said nothing of: a third of what proved valuable and a third from near
// the threshold, as far as there are. Error: the workspace cannot be read.
Result<ReviewData> readReview(History& history, const ReviewQuestion& question, const Errand& errand);

}
