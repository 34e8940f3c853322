#pragma once

#include "model/domain/change_set.h"

namespace signalbox::test {

// A morning at a made-up company, as a first change set: four tiers, six queues, eleven people, forty conversations.
ChangeSet believableFloor();

}
