#pragma once

#include "model/figures/agreement.h"
#include "model/figures/question.h"

#include <span>

namespace signalbox {

// K1, priority classification accuracy: of the conversations that left the AI, the share whose tier was then the one they
// truly should have had (docs/figures.md).
struct PriorityAccuracy {
    std::int64_t decided = 0;   // left the AI with a tier
    std::int64_t judged = 0;    // of them, whose true tier is known: the sample size
    std::int64_t trulyTop = 0;
    std::int64_t byLead = 0;
    std::int64_t byAgent = 0;
    std::int64_t byOutcome = 0;
    std::int64_t notStoodFor = 0;   // not judged, and of a channel and tier of which none was
    std::int64_t withoutTier = 0;   // left the AI with none, or with one that no rulebook orders; not among the decided

    std::optional<ShareEstimate> accuracy;   // without: `why` says the reason, also for the next three
    std::string why;
    std::optional<ShareEstimate> underTriage;   // first lower, of what was truly top
    std::optional<ShareEstimate> overTriage;    // first top, of what was truly lower
    std::optional<ShareEstimate> kappa;         // quadratic

    std::vector<std::string> classes;             // tiers of each rank, top first
    std::vector<std::vector<double>> confusion;   // [first][true], each judged one counted for as many as it stands for
    std::vector<std::int64_t> rows;               // numbers of the judged conversations
    // The same ones, [first][true].
    std::vector<std::vector<std::vector<std::int64_t>>> cells;

    bool thin() const { return judged < fewestToRelyOn; }
    double notJudgedShare() const
    {
        return decided > 0 ? 1 - static_cast<double>(judged) / static_cast<double>(decided) : 0;
    }
};

// A truth that is known without a sample (a correction, an outcome) counts once. Of the rest those that a lead judged are
// a sample, drawn in each channel and first tier by the chance judged / all there: each stands for all / judged.
Broken<PriorityAccuracy> priorityAccuracy(const FigureRows& rows, const FigureQuestion& question,
                                          std::span<const Dimension> by);

}
