#pragma once

#include "model/report/figure_report.h"

namespace signalbox {

// Text as HTML shows it and nothing else.
std::string escaped(const std::string& text);

// A figure by its parts as SVG: a dot with its interval, one below the other. Colours are variables of the page: --accent,
// --line, --text, --muted. `lines` are of one figure and dimension. Empty when none has a value.
std::string intervalChart(const std::vector<const FigureLine*>& lines);

}
