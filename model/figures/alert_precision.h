#pragma once

#include "model/figures/question.h"
#include "model/figures/alert_recall.h"
#include "model/figures/survival.h"

#include <array>
#include <span>

namespace signalbox {

// K3, the alert true-positive rate, which is the precision of alerts: of the episodes somebody was told of and whose
// verdict is true or false, the share of true ones (docs/figures.md).
struct AlertPrecision {
    std::int64_t fired = 0;
    std::array<std::int64_t, 6> heldBack{};   // by HeldBack; see wasTold
    std::int64_t truths = 0;
    std::int64_t falses = 0;
    std::int64_t unsure = 0;

    std::optional<ShareEstimate> precision;   // without: `why` says the reason
    std::string why;
    // Of the episodes old enough to tell: the owner answered or it was acknowledged in time.
    std::int64_t couldAct = 0;
    std::int64_t actedOn = 0;
    std::optional<ShareEstimate> actedOnShare;
    std::int64_t late = 0;   // of the true ones: a person had answered before
    std::optional<ShareEstimate> lateShare;
    std::int64_t byItself = 0;   // over before anybody acknowledged it
    std::optional<ShareEstimate> byItselfShare;
    std::optional<SurvivalEstimate> toAcknowledge;   // those that ended without count as longer
    std::optional<AlertRecall> recall;               // of one trigger
    std::vector<std::int64_t> rows;                  // numbers of the episodes

    std::int64_t told() const
    {
        return heldBack[0] + heldBack[static_cast<std::size_t>(HeldBack::History)];
    }
    std::int64_t judged() const { return truths + falses; }
    std::int64_t notLabelled() const { return told() - judged() - unsure; }
    double notLabelledShare() const
    {
        return told() > 0 ? static_cast<double>(notLabelled()) / static_cast<double>(told()) : 0;
    }
    bool thin() const { return judged() < fewestToRelyOn; }
};

Broken<AlertPrecision> alertPrecision(const FigureRows& rows, const FigureQuestion& question,
                                      std::span<const Dimension> by);

}
