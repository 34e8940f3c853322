#pragma once

#include "model/figures/shares.h"
#include "model/figures/survival.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace signalbox {

enum class Judgement { True, False, Unsure };

// An alert as a review counts it.
struct JudgedAlert {
    std::string trigger;
    std::string channel;
    std::string owner;                 // empty: anybody's
    std::string heldBack;              // why nobody was told; empty: its owner was
    std::optional<Judgement> first;    // none: not labelled yet
    std::optional<Judgement> second;   // by somebody else, who did not see the first
    ObservedTime acknowledged;         // not ended: nobody has yet, or it was over before
    bool actedOn = false;
};

inline constexpr std::int64_t fewestJudged = 20;   // with fewer a share says next to nothing

// What a review says of some alerts, of those that somebody was told of. Precision counts the ones labelled true or false;
// unsure and unlabelled ones are no part of it.
struct AlertFigures {
    std::int64_t raised = 0;
    std::int64_t told = 0;
    std::map<std::string, std::int64_t> heldBack;   // by cause
    std::int64_t truths = 0;
    std::int64_t falses = 0;
    std::int64_t unsure = 0;
    std::int64_t unlabelled = 0;
    ShareEstimate precision;
    SurvivalEstimate acknowledged;   // time until somebody acknowledged it
    std::int64_t actedOn = 0;
    std::map<std::string, std::int64_t> byOwner;   // told, with "" for anybody's
    std::int64_t labelledTwice = 0;
    std::optional<ShareEstimate> agreement;   // Cohen's kappa of first and second labels; needs fewestJudged of both

    std::int64_t judged() const { return truths + falses; }
    bool isThin() const { return judged() < fewestJudged; }
    ShareEstimate actedOnShare() const { return estimateShare(actedOn, told); }
    // Alerts that one of the people who were told of any was told of; 0 when nobody was.
    double perPerson() const { return byOwner.empty() ? 0 : double(told) / double(byOwner.size()); }
};

AlertFigures countAlerts(const std::vector<JudgedAlert>& alerts);
// By trigger and channel; the channel "" stands for all of them.
std::map<std::pair<std::string, std::string>, AlertFigures> countByTrigger(const std::vector<JudgedAlert>& alerts);

// How precision changed between two periods, with its interval; none when either has fewer than fewestJudged.
std::optional<ShareEstimate> precisionChange(const AlertFigures& before, const AlertFigures& after);

}
