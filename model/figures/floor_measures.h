#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace signalbox {

// What is measured of the floor's conversations (docs/insights-floor.md).
enum class FloorMeasure : std::uint8_t {
    Conversations,
    ShareOfAll,
    StillOpen,
    Spam,
    Messages,
    LeftToPeople,
    AiShare,
    AiConverted,
    AiOther,
    AiWithoutOutcome,
    AiSpam,
    WaitingMedian,
    Waiting90,
    Abandoned,
    StillWaiting,
    Answered,
    ResponseMedian,
    Response90,
    HandlingMedian,
    Handling90,
    AnsweredCount,
    ShareOfAnswered,
    HandlingHours,
    ShareOfHours,
};

// Measures that are looked at together.
enum class FloorTheme : std::uint8_t { Volume, Waiting, Handling, Ai, Agents, Policies };
inline constexpr FloorTheme floorThemes[]{FloorTheme::Volume, FloorTheme::Waiting, FloorTheme::Handling,
                                          FloorTheme::Ai,     FloorTheme::Agents,  FloorTheme::Policies};

enum class FloorUnit : std::uint8_t { Count, Share, Seconds, Hours, Number };

struct AboutFloorMeasure {
    FloorMeasure measure;
    std::string_view id;     // "waiting": for the command line and machines
    std::string_view name;   // "Waiting, median"
    FloorUnit unit;
    std::string_view definition;   // in a sentence
};

std::span<const AboutFloorMeasure> floorMeasures();   // in the order of the enumeration
const AboutFloorMeasure& about(FloorMeasure measure);
std::optional<FloorMeasure> floorMeasureFromName(std::string_view id);
std::string_view nameOf(FloorTheme theme);   // "Answer and handling"
// The first is what the theme is about.
std::span<const FloorMeasure> measuresOf(FloorTheme theme);

}
