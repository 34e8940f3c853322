#pragma once

#include "app/analysis/errand.h"
#include "app/analysis/history.h"
#include "ui/shared/review.h"

namespace signalbox {

// The week's alerts with what followed, all past ones for the curves, and for each trigger of the live rulebook a sample
// of the conversations of the week that it said nothing of. Every valuable one is drawn, as far as `sampled` reaches; of
// the others a half from near the threshold. Error: the workspace cannot be read.
Result<ReviewData> readReview(History& history, const ReviewQuestion& question, const Errand& errand);

}
