#pragma once

#include "app/router/work.h"

namespace signalbox {

// What falls due by the passing of time: offers lapse, follow-ups remind, schedules open and close, waits grow.
void timePassed(Work& work);

// Decides again what was put on the backlog: a rulebook was published, a schedule opened. A bounded number in each batch,
// so that visitors are never kept waiting by it.
void workOffBacklog(Work& work);

}
