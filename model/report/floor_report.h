#pragma once

#include "model/figures/floor_figures.h"

namespace signalbox {

// What `signalbox insights` says.
struct FloorReport {
    FloorCounts counts;
    std::optional<FloorMeasure> only;   // without: all measures, theme by theme
};

std::string floorAsText(const FloorReport& report);
std::string floorAsCsv(const FloorReport& report);
std::string floorAsJsonLines(const FloorReport& report);

// "8,940", "82.0 %", "3 min 5 s", "4.5 h"; a dash for none.
std::string floorValueInWords(FloorUnit unit, const std::optional<double>& value);

}
