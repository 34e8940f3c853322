#pragma once

#include "routing/tiers/channel_condition.h"

#include <optional>
#include <string>

namespace signalbox {

// When the alert stays on once it is: its condition on each channel with every threshold eased by its margin. Of "at
// least 70" with a margin of 10 that is "at least 60", of "at most" it is more; under a "not" the other way round.
ChannelCondition eased(const AlertTrigger& alert);

// What a threshold decides about: the attribute, and the least number on the channel that fires.
struct Measure {
    std::string attribute;
    double threshold = 0;
    bool operator==(const Measure&) const = default;
};
// The attribute with a threshold or a margin, or else the only one that the condition asks to be at least or more than a
// number. None when there is no such comparison, or several without a threshold.
std::optional<Measure> measureOf(const AlertTrigger& alert, const std::string& channel);

}
