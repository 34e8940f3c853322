#pragma once

#include "model/figures/before_after.h"
#include "model/figures/question.h"

#include <span>

namespace signalbox {

// K4, conversion of top-tier conversations: of the customers whose qualified conversation reached the top tier, the share
// that converted within W (docs/figures.md). A customer counts once in W.
struct PriorityConversion {
    std::int64_t of = 0;   // customers whose W is over: the sample size
    std::int64_t converted = 0;
    std::int64_t maturing = 0;   // customers whose W is not over: no final figure
    std::int64_t maturingConverted = 0;
    // Left out: conversations that reached the top tier.
    std::int64_t spam = 0;
    std::int64_t notQualified = 0;
    std::int64_t sameCustomer = 0;

    std::optional<ShareEstimate> conversion;   // without: `why` says the reason
    std::string why;
    std::optional<ShareEstimate> soFar;   // of the maturing ones; to be drawn dashed
    std::vector<std::int64_t> rows;       // numbers of the conversations, also of the maturing ones

    bool thin() const { return of < fewestToRelyOn; }
};

Broken<PriorityConversion> priorityConversion(const FigureRows& rows, const FigureQuestion& question,
                                              std::span<const Dimension> by);

// Conversion before and after a version of the rulebook was published: as many whole weeks, so the same weekdays, on each
// side, only customers whose W is over, on one mix of channels and sources.
struct ConversionComparison {
    int version = 0;
    std::int64_t weeks = 0;                   // on each side
    std::optional<ConversionChange> change;   // without: `why` says the reason
    std::string why;
};
ConversionComparison compareByVersion(const FigureRows& rows, const FigureQuestion& question, int version);

}
