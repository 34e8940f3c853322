#include "model/report/figure_report.h"

#include "model/report/csv_cell.h"
#include "model/domain/names.h"

#include <array>

namespace signalbox {
namespace {

std::string rowOf(const FigureReport& report, const FigureLine& line)
{
    constexpr std::array units{"share", "kappa", "seconds"};
    return line.figure + "," + line.measure + "," + std::string(nameOf(report.question.origin)) + "," + csvCell(line.by)
        + "," + csvCell(line.part) + "," + units[static_cast<std::size_t>(line.unit)] + "," + csvCell(line.value) + ","
        + csvCell(line.low) + "," + csvCell(line.high) + "," + std::to_string(line.of) + "," + csvCell(line.notJudged)
        + "," + csvCell(line.value ? std::string() : line.why) + "\r\n";
}

}

std::string reportAsCsv(const FigureReport& report)
{
    std::string csv = "figure,measure,origin,by,part,unit,value,low,high,n,not_judged_share,why\r\n";
    for (const FigureLine& line : linesOf(report))
        csv += rowOf(report, line);
    return csv;
}

}
