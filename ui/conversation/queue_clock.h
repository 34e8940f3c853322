#pragma once

#include "model/domain/conversation.h"
#include "model/domain/instant.h"

#include <QString>

namespace signalbox {

struct Rulebook;

// A moment as the clock on the wall where the work is done shows it: in the zone of the schedule of the conversation's
// queue, or of this desk when there is none.
struct QueueClock {
    QString text;      // "14:00", another day "Wed 14:00", another zone than the desk's "15:00 Helsinki"
    QString tooltip;   // the exact time, in both zones when they differ
};

QueueClock queueClock(Instant at, const Conversation* conversation, const Rulebook& rulebook, Instant now);

}
