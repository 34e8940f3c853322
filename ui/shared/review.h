#pragma once

#include "model/domain/alert.h"
#include "model/domain/correction.h"
#include "model/domain/reviewed.h"

#include <map>
#include <vector>

namespace signalbox {

// A week of one origin: live, practice and imported conversations are never mixed.
struct ReviewQuestion {
    Instant since{};   // Monday 00:00 UTC, and the next one
    Instant until{};
    Origin origin = Origin::Live;
    int sampled = 40;   // conversations without an alert to look at, for each trigger

    bool operator==(const ReviewQuestion&) const = default;
};

struct ReviewedAlert {
    Alert alert;
    ReviewedConversation conversation;
};

struct SilentSample {
    ReviewedConversation conversation;
    SilentKind kind = SilentKind::Far;
    std::optional<double> measure;   // the highest it had
};

struct ReviewedTrigger {
    AlertId id;
    std::string measure;                // the attribute its threshold is about; empty: it has none
    std::vector<SilentCount> silent;    // conversations of the week it said nothing of, by kind and channel
    std::vector<SilentSample> sample;   // drawn of them, the same order whenever it is asked for
};

struct CorrectedTier {
    ReviewedConversation conversation;
    Correction correction;
};

// A version of the rulebook compares with another number than the one before it.
struct MovedThreshold {
    int version = 0;
    Instant at{};   // when it was published
    AlertId trigger;
    Channel channel = Channel::Website;
    std::string attribute;
    double before = 0;
    double after = 0;

    bool operator==(const MovedThreshold&) const = default;
};

// Everything that a review of the week needs. Labels are of the whole history, as they stood; news of them comes with
// change sets.
struct ReviewData {
    ReviewQuestion question;
    std::vector<ReviewedAlert> alerts;   // of the week, oldest first, those that were held back too
    std::vector<PastAlert> past;         // of all times until the week's end, oldest first
    std::vector<Label> labels;
    std::vector<ReviewedTrigger> triggers;   // of the live rulebook, in its order
    std::vector<CorrectedTier> corrected;    // in the week, by a person
    std::vector<MovedThreshold> moved;       // in the four weeks until the week's end, newest first
};

}
