#pragma once

#include "app/analysis/errand.h"
#include "app/analysis/history.h"
#include "model/storage/review_store.h"
#include "routing/rulebook/rulebook.h"
#include "ui/shared/review.h"

#include <map>
#include <set>

namespace signalbox {

// The conversations of a week, and what tells which of them proved valuable or raised an alert.
struct SilentWeek {
    std::vector<ReviewStore::Opened> opened;
    std::vector<std::pair<ConversationId, Correction>> corrections;    // of their tiers
    std::vector<PastAlert> alerts;                                     // of all times
    std::map<std::string, std::map<ConversationId, double>> numbers;   // by attribute: what it is by now
};

// The attributes that the triggers have thresholds for, on any channel.
std::set<std::string> measuresOf(const Rulebook& rulebook);

// The place of a conversation in the order of drawing: as good as by chance, however like its neighbours' their numbers
// are, and the same everywhere.
std::uint64_t drawingOrder(const ConversationId& conversation, const AlertId& trigger, Instant since);

// For each trigger the conversations that it said nothing of, counted by kind, and those drawn in their order, so that a
// larger sample holds the smaller one.
Result<std::vector<ReviewedTrigger>> sampleSilent(History& history, const ReviewQuestion& question,
                                                  const Rulebook& rulebook, const SilentWeek& week,
                                                  const Errand& errand);

}
