#pragma once

#include "model/figures/question.h"
#include "model/figures/recall.h"

namespace signalbox {

// Of all that was worth an alert of a trigger, how much raised one: estimated from the conversations without one that
// were drawn for the weekly review and labelled there. A week of which none was labelled is no part of it.
struct AlertRecall {
    std::int64_t weeks = 0;    // of which a sample was judged
    std::int64_t silent = 0;   // conversations of those weeks that the trigger said nothing of
    std::int64_t judged = 0;   // of them
    std::int64_t worthAnAlert = 0;
    RecallEstimate estimate;
    std::string why;   // without a recall: the reason
};

// Of the weeks that begin in the question's period. A sample stands for a channel, but not for a tier, queue, person or
// version: asked for one of these it says why there is none.
AlertRecall alertRecall(const FigureRows& rows, const FigureQuestion& question, std::string_view trigger);

}
