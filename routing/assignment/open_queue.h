#pragma once

#include "routing/open_intervals.h"
#include "routing/rulebook/rulebook.h"

namespace signalbox {

// None when the rulebook has no queue of this id.
const Queue* findQueue(const Rulebook& rulebook, const QueueId& id);

// A queue without a schedule is always open.
bool isOpen(const Queue& queue, const OpenIntervals& intervals, Instant at);

// The queue itself while it is open; while it is closed the first open one along its fallbacks, each tried once. When
// none is open, the queue itself: there a conversation waits. An id that is not in the rulebook counts as its first
// queue; without any queue, empty.
QueueId openQueue(const Rulebook& rulebook, const OpenIntervals& intervals, const QueueId& wanted, Instant at);

}
