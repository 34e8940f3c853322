#pragma once

#include "model/figures/floor_figures.h"

namespace signalbox {

// Conversations told apart: the part of each, and the parts in the order in which people look for them.
struct FloorParts {
    std::vector<FloorPart> parts;
    std::vector<std::uint32_t> partOf;   // by the place among `chosen`
    bool endsWithNone = false;           // the last part is of those that have no value
};

// `chosen` are places among the rows' conversations. Hours and weekdays are all there, and days and weeks without a gap.
// Of a text with many values the 30 most frequent have a part of their own.
FloorParts partsBy(const FigureRows& rows, const FloorColumns& columns, const FloorDimension& by,
                   std::span<const std::uint32_t> chosen);

// Where numbers are cut into at most 8 steps of about as many each: at eighths of what was seen, rounded to as few digits
// as keep them apart. A value belongs to the step above a cut that it equals. None for up to 8 different values: each is
// its own step.
std::vector<double> cutsOf(std::vector<double> values);

// The largest parts and the one without a value stay, the others become one, so that there are at most `most`.
void gatherSmallParts(FloorParts& parts, std::size_t most);

}
