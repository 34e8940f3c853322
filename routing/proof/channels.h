#pragma once

#include "routing/rulebook/rulebook.h"

#include <string>
#include <vector>

namespace signalbox {

// Conditions with thresholds as conditions of their own, which ask for the channel.

// How the condition reads on the channel, and that it is this channel.
Condition onChannel(const Condition& when, const Thresholds& thresholds, const std::string& channel);
// How it reads where no thresholds are, and that it is none of their channels.
Condition elsewhere(const Condition& when, const Thresholds& thresholds);
// All of these in one; the condition itself when there are no thresholds.
Condition onAnyChannel(const Condition& when, const Thresholds& thresholds);

}
