#pragma once

#include "model/figures/threshold_study.h"
#include "model/storage/database.h"
#include "routing/alerts/margins.h"
#include "routing/rulebook/rulebook.h"

#include <map>
#include <string>

namespace signalbox {

// Which alerts a threshold is studied on.
struct ThresholdQuestion {
    AlertId trigger;
    std::optional<Channel> channel{};   // none: the only one on which it raised alerts with a number
    Origin origin = Origin::Live;
    Instant since = Instant::min();   // [since, until) by when they were raised
    Instant until = Instant::max();
    Instant now{};
};

// The past of one trigger on one channel, with what it takes to write another threshold into the live rulebook.
struct ThresholdHistory {
    Rulebook rulebook;   // the live one
    int version = 0;
    std::string triggerName;
    Channel channel = Channel::Website;
    Measure measure;
    double weeks = 1;              // as the alerts a week are counted
    std::vector<PastAlert> past;   // the study points into it
    std::optional<ThresholdStudy> study;
    std::map<AgentId, std::string> names;
};

// Reads what the review's study of a threshold reads. Weeks run from the first alert of any trigger, or `since` where it is
// said, to `until`, or to now, of imported history to its last alert. Without a study no alert has a number to compare with. Errors: the
// workspace cannot be read, no such trigger, several channels to choose from, or nothing that a threshold is about.
Result<ThresholdHistory> readThresholdHistory(Database& database, const ThresholdQuestion& question);

// The live rulebook with another threshold for the trigger on the channel.
Rulebook withThreshold(const ThresholdHistory& history, const AlertId& trigger, double threshold);

}
