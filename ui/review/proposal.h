#pragma once

#include "model/domain/conversation.h"
#include "model/figures/threshold_study.h"

#include <QString>

namespace signalbox {

// Another threshold for a trigger on one channel, and what it would have done to the alerts of the past.
struct ThresholdProposal {
    AlertId trigger;
    Channel channel = Channel::Website;
    std::string attribute;
    double live = 0;
    double threshold = 0;
    QString name;   // of the trigger
    ThresholdEffect effect{};

    bool sameSubject(const ThresholdProposal& other) const
    {
        return trigger == other.trigger && channel == other.channel;
    }
};

}
