#pragma once

#include "model/figures/question.h"
#include "model/figures/shares.h"
#include "model/figures/survival.h"

#include <span>

namespace signalbox {

// K2, top-tier response time: from when a person was owed to a top-tier conversation to their first message
// (docs/figures.md). What is not answered yet, or was closed without, counts with the time it lasted.
struct ResponseTime {
    std::int64_t owed = 0;   // the sample size
    std::int64_t answered = 0;
    std::int64_t abandoned = 0;   // closed before a person wrote
    // Left out: not among the owed.
    std::int64_t spam = 0;
    std::int64_t withAi = 0;           // never left the AI
    std::int64_t withoutInbound = 0;   // begun by us, and the visitor has not written
    std::int64_t withoutHours = 0;     // among the owed, but not in business hours: these are not known

    std::optional<SurvivalEstimate> calendar;   // without: `why` says the reason
    std::string why;
    std::optional<SurvivalEstimate> business;
    std::string whyNoBusiness;
    std::optional<microseconds> timeToTier;   // median from the first inbound message to when a person was owed
    std::optional<ShareEstimate> abandonedShare;
    std::vector<std::int64_t> rows;   // numbers of the conversations owed

    bool thin() const { return owed < fewestToRelyOn; }
};

Broken<ResponseTime> responseTime(const FigureRows& rows, const FigureQuestion& question,
                                  std::span<const Dimension> by);

}
