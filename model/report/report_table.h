#pragma once

#include "model/report/figure_report.h"

#include <string>
#include <vector>

namespace signalbox {

// The tables of the report with their cells in words: text prints them in columns, HTML as tables.
struct ReportTable {
    std::string title;
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;   // the first cell names the row
};

// For a terminal, whose cursor no name moves, under its title; nothing without rows.
std::string inColumns(const ReportTable& table);

ReportTable confusionTable(const PriorityAccuracy& accuracy);   // without rows when nothing was judged
ReportTable triggerTable(const FigureReport& report);
ReportTable heldBackTable(const FigureReport& report);   // why nobody was told, by trigger
// The figures themselves of each channel, tier, ...: a row a part, a column a figure.
ReportTable partTable(const std::vector<FigureLine>& lines, Dimension dimension);

// Whole numbers of the report are what it says of them: a figure with too few is marked.
std::string figureInWords(const FigureLine& line);   // "82.0 % (69.2 to 90.2 %) of 50"

}
