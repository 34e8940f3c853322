#pragma once

#include "app/router/visitor_door.h"

namespace signalbox {

// What a visitor's side may say about itself: at most 64 attributes of bounded size. A live visitor speaks for the page and
// for themselves only; nobody sets what the router works out (conversation.*, queue.*, now, intent_score),
// nor what turns out only afterwards (truth.*).
Result<void> checkContext(const std::vector<ContextChange>& changes, const VisitorInput& from);

// What history says turned out to be so: at most 64 attributes, all below "truth.".
Result<void> checkTruth(const std::vector<ContextChange>& truth);

}
