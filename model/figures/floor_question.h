#pragma once

#include "model/figures/floor_measures.h"
#include "model/figures/question.h"

#include <chrono>
#include <compare>
#include <memory>

namespace signalbox {

// What conversations of the floor are told apart by (docs/insights-floor.md).
enum class FloorBy : std::uint8_t {
    Channel,
    Tier,      // the one it has now
    Queue,     // the first one
    Agent,     // who answered first
    Policy,    // that the last decision left it with
    Version,   // of the rulebook that decided last
    Outcome,
    Hour,      // of the day at the desk, at which it was opened
    Weekday,   // at the desk
    Day,       // at the desk
    Week,      // of ISO 8601 in UTC
    Attribute,
};

struct FloorDimension {
    FloorBy kind = FloorBy::Channel;
    std::string attribute{};   // for FloorBy::Attribute: "page.path"

    auto operator<=>(const FloorDimension&) const = default;
};

// "channel", "hour", ... or the name of an attribute, which any other word is.
std::string nameOf(const FloorDimension& dimension);
FloorDimension floorDimensionFromName(std::string_view name);

// A conversation counts in the period in which it was opened. Filters are those of the four figures, each of them in the
// sense of FloorBy.
struct FloorQuestion {
    FigureQuestion of{};
    FloorDimension by{};
    std::optional<FloorDimension> across{};   // the columns of a pivot table of `measure`
    FloorMeasure measure = FloorMeasure::Conversations;
    std::string zone{};   // IANA name of the desk's time zone; empty: UTC
};

// From this moment on a local clock is so much ahead of UTC. Sorted; before the first it is as at the first.
using ClockOffsets = std::vector<std::pair<Instant, seconds>>;

// A value of each conversation, by its place among FigureRows::conversations: a text, or a number.
struct ConversationColumn {
    std::vector<std::uint32_t> codes;   // places in `names`; 0: missing
    std::vector<std::string> names{{}};
    std::vector<double> numbers;   // instead of codes, when all are numbers; NaN: missing

    bool hasNumbers() const { return !numbers.empty(); }
};

// What the floor's figures need beside FigureRows; a column that is not there is missing everywhere.
struct ConversationColumns {
    std::shared_ptr<const ConversationColumn> policy;
    std::map<std::string, std::shared_ptr<const ConversationColumn>> attributes;
    ClockOffsets clock;
};

}
