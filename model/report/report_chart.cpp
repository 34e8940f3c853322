#include "model/report/report_chart.h"

#include "model/report/report_table.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace signalbox {
namespace {

constexpr double rowHeight = 26;
constexpr double labelWidth = 150;
constexpr double plotWidth = 300;
constexpr double valueWidth = 310;

std::string px(double number)
{
    std::array<char, 32> text{};
    return {text.data(),
            std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, 1).ptr};
}

// Long names would run into the plot.
std::string shortened(const std::string& name)
{
    constexpr std::size_t most = 22;
    if (name.size() <= most)
        return name;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80)
        --end;
    return name.substr(0, end) + "\xE2\x80\xA6";
}

std::string chartText(double x, double y, const char* place, const std::string& text)
{
    return "<text x=\"" + px(x) + "\" y=\"" + px(y) + "\" class=\"" + place + "\">" + escaped(text) + "</text>";
}

// The far end of the axis: 1 for shares, else what the largest value or limit is.
double endOfAxis(const std::vector<const FigureLine*>& lines)
{
    if (lines.front()->unit != FigureUnit::Seconds)
        return 1;
    double end = 0;
    for (const FigureLine* line : lines)
        end = std::max({end, line->value.value_or(0), line->value ? line->high.value_or(0) : 0});
    return end > 0 ? end : 1;
}

std::string chartRow(const FigureLine& line, double top, double end)
{
    const double middle = top + rowHeight / 2;
    const auto x = [end](double value) { return labelWidth + std::clamp(value / end, 0.0, 1.0) * plotWidth; };
    std::string row = chartText(0, middle + 4, "label", shortened(line.partName)) + "<line class=\"track\" x1=\""
        + px(labelWidth) + "\" x2=\"" + px(labelWidth + plotWidth) + "\" y1=\"" + px(middle) + "\" y2=\"" + px(middle)
        + "\"/>";
    if (line.value && line.low)
        row += "<line class=\"interval\" x1=\"" + px(x(*line.low)) + "\" x2=\"" + px(x(line.high.value_or(end)))
            + "\" y1=\"" + px(middle) + "\" y2=\"" + px(middle) + "\"/>";
    if (line.value)
        row += std::string("<circle class=\"") + (line.thin ? "thin" : "dot") + "\" cx=\"" + px(x(*line.value))
            + "\" cy=\"" + px(middle) + "\" r=\"4\"/>";
    if (line.soFar)
        row += "<circle class=\"maturing\" cx=\"" + px(x(*line.soFar)) + "\" cy=\"" + px(middle) + "\" r=\"6\"/>";
    return row + chartText(labelWidth + plotWidth + 14, middle + 4, "value", figureInWords(line));
}

}

std::string escaped(const std::string& text)
{
    std::string safe;
    for (const char letter : text)
        switch (letter) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        case '\'':
            safe += "&#39;";
            break;
        default:
            safe += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
        }
    return safe;
}

std::string intervalChart(const std::vector<const FigureLine*>& lines)
{
    if (std::ranges::none_of(lines, [](const FigureLine* line) { return line->value || line->soFar; }))
        return {};
    const double end = endOfAxis(lines);
    const double width = labelWidth + plotWidth + valueWidth;
    const double height = rowHeight * static_cast<double>(lines.size() + 1);
    std::string chart = "<svg viewBox=\"0 0 " + px(width) + " " + px(height) + "\" role=\"img\" aria-label=\""
        + escaped(lines.front()->words + " by " + lines.front()->by) + "\">";
    double top = 0;
    for (const FigureLine* line : lines) {
        chart += chartRow(*line, top, end);
        top += rowHeight;
    }
    const FigureUnit unit = lines.front()->unit;
    chart += chartText(labelWidth, top + 16, "axis", valueInWords(unit, 0))
        + chartText(labelWidth + plotWidth, top + 16, "axis end", valueInWords(unit, end));
    return chart + "</svg>";
}

}
