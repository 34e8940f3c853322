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
FloorParts partsBy(const FigureRows& rows, const ConversationColumns& columns, const FloorDimension& by,
                   std::span<const std::uint32_t> chosen);

// The largest parts and the one without a value stay, the others become one, so that there are at most `most`.
void gatherSmallParts(FloorParts& parts, std::size_t most);

}
