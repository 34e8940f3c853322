#pragma once

#include "model/journal/events.h"
#include "ui/shared/explained_moment.h"

namespace signalbox {

// What the journal has of a conversation around one of its decisions.
struct StoryOfDecision {
    Context contextThen;
    Context contextNow;
    std::vector<Offer> offers;   // made after it and before the next decision; else the last one made before it
    std::vector<Happening> next;
};

// `place` counts the conversation's decisions, from 0.
StoryOfDecision storyOfDecision(const std::vector<Event>& events, int place);

}
