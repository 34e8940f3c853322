#pragma once

#include "model/domain/decision.h"
#include "routing/conditions/condition.h"
#include "routing/open_intervals.h"
#include "routing/rulebook/rulebook.h"

namespace signalbox {

// Where the actions of a decision lead, as far as its context tells. Neither: the AI keeps the conversation.
struct Destination {
    QueueId queue;   // where it waits
    AgentId agent;   // for whom; empty: for anyone of the queue
    bool operator==(const Destination&) const = default;
};

// As the router carries it out: closed queues fall back, a queue or an agent that nobody has heard of means the first
// queue. The AI hands over when the visitor asked for a person (`ai.asked_for_person`) or no answer was good enough
// (`ai.answer_score`); a greeting or thanks, which it answers all the same, is not told apart here.
Destination destinationOf(const Decision& decision, const Rulebook& rulebook, const OpenIntervals& intervals);

// This queue, or the rulebook's first when it does not know it, and its fallbacks in the order they are tried. Empty for
// a rulebook without queues.
std::vector<QueueId> queuesFrom(const QueueId& wanted, const Rulebook& rulebook);

// The AI hands over when this holds.
Condition handsOver(double minScore);

}
