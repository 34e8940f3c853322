#pragma once

#include "app/router/work.h"
#include "model/domain/change_set.h"

namespace signalbox {

// What a committed batch means for the consoles. Read before closed conversations leave the floor.
ChangeSet changesOf(const Work& work);

// What it means for the visitors' open chats: one update for each conversation, notes left out.
std::vector<VisitorUpdate> visitorUpdatesOf(const Work& work);

// Everything, for a screen that has just opened.
ChangeSet everythingOn(const Floor& floor);

}
