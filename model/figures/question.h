#pragma once

#include "model/domain/alert.h"
#include "model/domain/conversation.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace signalbox {

struct FigureRows;

// What a figure is asked for. Practice and imported conversations are never mixed with live ones.
struct FigureQuestion {
    Instant now{};
    Instant since = Instant::min();   // [since, until) by the moment at which each figure's clock starts
    Instant until = Instant::max();
    Origin origin = Origin::Live;
    // Only those; empty: all.
    std::optional<Channel> channel{};
    std::string tier{};
    std::string queue{};
    std::string agent{};
    std::optional<int> version{};
    std::string trigger{};                  // of alerts
    std::chrono::days convertsWithin{30};   // K4's W
    std::chrono::minutes actsWithin{10};    // K3: that long an owner has to act
    std::optional<double> topFromValue{};   // EUR: what converted with as much was truly of the top tier
    std::optional<int> changedBy{};         // K4 before and after this version of the rulebook
};

// What a figure is broken down by. Trigger is only for alerts.
enum class Dimension { Channel, Tier, Queue, Agent, Version, Week, Trigger };
inline constexpr Dimension everyDimension[]{Dimension::Channel, Dimension::Tier,    Dimension::Queue,
                                            Dimension::Agent,   Dimension::Version, Dimension::Week};

// A figure for one channel, tier, ... with its name in words: "website", "version 3", "2026-W23"; "none" where there is
// none.
template <class Figure>
struct Part {
    std::string id;   // "" where there is none
    std::string name;
    Figure figure;
};

template <class Figure>
struct Broken {
    Figure whole;
    std::map<Dimension, std::vector<Part<Figure>>> by;
};

// Below the first a figure is a dash, below the second it is shown as too little to rely on.
inline constexpr std::int64_t fewestForAFigure = 5;
inline constexpr std::int64_t fewestToRelyOn = 20;

}
