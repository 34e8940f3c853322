#pragma once

#include "model/figures/floor_figures.h"

#include <QString>

namespace signalbox {

// The floor's figures in words for the screen.
QString floorMeasureName(FloorMeasure measure);
QString floorDefinition(FloorMeasure measure);
QString floorThemeName(FloorTheme theme);
QString floorDimensionName(const FloorDimension& dimension);   // "Hour of day"; an attribute's own name
QString floorPartName(const FloorDimension& dimension, const FloorPart& part);

// "8,940", "8.2 %", "12 %", "0:39", "4.5 h"; a dash for none.
QString floorValueText(FloorUnit unit, const std::optional<double>& value);
// The value, marked where it rests on few.
QString floorValueText(FloorMeasure measure, const FloorValue& value);
QString floorIntervalText(FloorMeasure measure, const FloorValue& value);   // "8 to 12 %"; empty without one
// Why there is a dash, or that there are few; empty where there is nothing to say.
QString floorReason(FloorMeasure measure, const FloorValue& value);
QString floorFairnessText(const FloorFairness& fairness);

}
