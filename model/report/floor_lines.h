#pragma once

#include "model/report/floor_report.h"

namespace signalbox {

// One number of the report in a form that every format prints. It looks into the report.
struct FloorNumber {
    const FloorPart* part = nullptr;     // null: of the whole
    const FloorPart* column = nullptr;   // of a pivot table; null: of all columns
    FloorMeasure measure = FloorMeasure::Conversations;
    FloorValue value;
    const FloorFigures* figures = nullptr;
};

// The whole first, then each part with all its columns.
std::vector<FloorNumber> linesOf(const FloorReport& report);
std::string_view nameOf(FloorUnit unit);   // "share", "seconds"

}
