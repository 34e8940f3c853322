#pragma once

#include "model/report/figure_report.h"

#include <QString>

namespace signalbox {

enum class ExportFormat { Csv, Html, Pdf };

// A file of the report. May take long, and touches no widget: to be called on any thread that has the application's fonts.
std::string exported(const FigureReport& report, ExportFormat format);
QString endingOf(ExportFormat format);   // "csv"

}
