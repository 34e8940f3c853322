#pragma once

#include "model/domain/alert.h"
#include "model/domain/correction.h"
#include "model/domain/reviewed.h"

#include <map>
#include <vector>

namespace signalbox {

// A week of one origin: live, practice and imported conversations are never mixed.
struct ReviewQuestion {
    Instant since{};   // Monday 00:00 at this desk, and the next one
    Instant until{};
    Origin origin = Origin::Live;
    int sampled = 40;   // conversations without an alert to look at, for each trigger

    bool operator==(const ReviewQuestion&) const = default;
};

struct ReviewedAlert {
    Alert alert;
    ReviewedConversation conversation;
};

// How conversations that a trigger said nothing of are told apart, so that each kind is sampled by itself.
enum class SilentKind {
    Valuable,   // proved to be worth something: converted, qualified, or its tier was raised by hand
    Near,       // its measure came within 20 % of the threshold, or reached it
    Far,
    Unmeasured,   // the measure never had a value
};

struct SilentSample {
    ReviewedConversation conversation;
    SilentKind kind = SilentKind::Far;
    std::optional<double> measure;   // the highest it had
};

struct ReviewedTrigger {
    AlertId id;
    std::string measure;                         // the attribute its threshold is about; empty: it has none
    std::map<SilentKind, std::int64_t> silent;   // conversations of the week it said nothing of
    std::vector<SilentSample> sample;            // drawn of them, the same order whenever it is asked for
};

struct CorrectedTier {
    ReviewedConversation conversation;
    Correction correction;
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
};

}
