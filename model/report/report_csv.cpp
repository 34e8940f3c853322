#include "model/report/figure_report.h"

#include "model/domain/names.h"

#include <array>
#include <charconv>

namespace signalbox {
namespace {

// RFC 4180. A spreadsheet takes what begins like a formula for one, so such text gets an apostrophe in front.
std::string cell(std::string text)
{
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        text.insert(text.begin(), '\'');
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char letter : text)
        quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + "\"";
}

std::string cell(const std::optional<double>& number)
{
    if (!number)
        return {};
    std::array<char, 64> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), *number).ptr};
}

std::string rowOf(const FigureReport& report, const FigureLine& line)
{
    constexpr std::array units{"share", "kappa", "seconds"};
    return line.figure + "," + line.measure + "," + std::string(nameOf(report.question.origin)) + "," + cell(line.by)
        + "," + cell(line.part) + "," + units[static_cast<std::size_t>(line.unit)] + "," + cell(line.value) + ","
        + cell(line.low) + "," + cell(line.high) + "," + std::to_string(line.of) + "," + cell(line.notJudged) + ","
        + cell(line.value ? std::string() : line.why) + "\r\n";
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
