#include "model/report/floor_report.h"

#include "model/report/csv_cell.h"
#include "model/report/figure_report.h"
#include "model/report/floor_lines.h"
#include "model/report/report_table.h"
#include "model/domain/names.h"

#include <array>
#include <charconv>
#include <cmath>

namespace signalbox {
namespace {

std::string withOneDigit(double number)
{
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, 1);
    return {text.data(), end.ptr};
}

std::vector<FloorMeasure> measuresIn(const FloorReport& report)
{
    if (report.only || report.counts.pivot)
        return {report.counts.question.measure};
    std::vector<FloorMeasure> all;
    for (const AboutFloorMeasure& one : floorMeasures())
        all.push_back(one.measure);
    return all;
}

std::string shown(const FloorFigures& figures, FloorMeasure measure, const FloorFigures& whole)
{
    return floorValueInWords(about(measure).unit, valueOf(figures, measure, whole).value);
}

std::string headline(const FloorReport& report)
{
    const FloorQuestion& asked = report.counts.question;
    std::string text = "The floor, " + periodInWords(asked.of) + ", by " + nameOf(asked.by)
        + (asked.across ? " and " + nameOf(*asked.across) : "") + "\n";
    if (const std::string warning = originWarning(asked.of.origin); !warning.empty())
        text += warning + "\n";
    return text;
}

// Bars as rows, some measures as columns.
ReportTable measuresTable(const FloorCounts& counts, const std::string& title, std::span<const FloorMeasure> measures)
{
    ReportTable table{title, {nameOf(counts.question.by)}, {}};
    for (const FloorMeasure measure : measures)
        table.head.emplace_back(about(measure).name);
    const auto row = [&](const std::string& name, const FloorFigures& figures) {
        std::vector<std::string> cells{name};
        for (const FloorMeasure measure : measures)
            cells.push_back(shown(figures, measure, counts.whole));
        table.rows.push_back(std::move(cells));
    };
    for (const FloorBar& bar : counts.bars)
        row(bar.part.name, bar.figures);
    row("all", counts.whole);
    return table;
}

// One measure with its interval, its sample and the reason of a dash.
ReportTable oneMeasureTable(const FloorCounts& counts, FloorMeasure measure)
{
    const AboutFloorMeasure& said = about(measure);
    ReportTable table{std::string(said.name), {nameOf(counts.question.by), "value", "95 % interval", "of", "why"}, {}};
    const auto row = [&](const std::string& name, const FloorFigures& figures) {
        const FloorValue value = valueOf(figures, measure, counts.whole);
        std::string interval;
        if (value.low)
            interval = floorValueInWords(said.unit, value.low)
                + (value.high ? " to " + floorValueInWords(said.unit, value.high) : " or more");
        table.rows.push_back(
            {name, floorValueInWords(said.unit, value.value), interval, countInWords(value.of),
             value.value ? (value.isThin() && said.unit != FloorUnit::Count ? "few" : "") : value.why});
    };
    for (const FloorBar& bar : counts.bars)
        row(bar.part.name, bar.figures);
    row("all", counts.whole);
    return table;
}

ReportTable pivotTable(const FloorCounts& counts)
{
    const FloorMeasure measure = counts.question.measure;
    const FloorPivot& pivot = *counts.pivot;
    ReportTable table{
        std::string(about(measure).name), {nameOf(counts.question.by) + " \\ " + nameOf(*counts.question.across)}, {}};
    for (const FloorPart& column : pivot.columns)
        table.head.push_back(column.name);
    table.head.emplace_back("all");
    for (std::size_t bar = 0; bar < counts.bars.size(); ++bar) {
        std::vector<std::string> cells{counts.bars[bar].part.name};
        for (const FloorFigures& cell : pivot.cells[bar])
            cells.push_back(shown(cell, measure, counts.whole));
        cells.push_back(shown(counts.bars[bar].figures, measure, counts.whole));
        table.rows.push_back(std::move(cells));
    }
    std::vector<std::string> all{"all"};
    for (const FloorFigures& column : pivot.whole)
        all.push_back(shown(column, measure, counts.whole));
    all.push_back(shown(counts.whole, measure, counts.whole));
    table.rows.push_back(std::move(all));
    return table;
}

std::string fairnessInWords(const FloorFairness& fairness)
{
    if (!fairness.conversations)
        return "\nFairness: \xE2\x80\x93. " + fairness.why + "\n";
    std::string text = "\nFairness over " + countInWords(fairness.agents) + " who answered (Jain's index; 1 is even): "
        + valueInWords(FigureUnit::Kappa, fairness.conversations->jain) + " of conversations, the most loaded has "
        + withOneDigit(fairness.conversations->largestOfMean) + " times the mean";
    if (fairness.hours)
        text += "; " + valueInWords(FigureUnit::Kappa, fairness.hours->jain) + " of handling hours, "
            + withOneDigit(fairness.hours->largestOfMean) + " times the mean";
    return text + ".\n";
}

}

std::string floorValueInWords(FloorUnit unit, const std::optional<double>& value)
{
    if (!value)
        return valueInWords(FigureUnit::Share, value);
    switch (unit) {
    case FloorUnit::Count:
        return countInWords(std::llround(*value));
    case FloorUnit::Share:
        return valueInWords(FigureUnit::Share, value);
    case FloorUnit::Seconds:
        return valueInWords(FigureUnit::Seconds, value);
    case FloorUnit::Hours:
        return withOneDigit(*value) + " h";
    case FloorUnit::Number:
        return withOneDigit(*value);
    }
    return {};
}

std::string floorAsText(const FloorReport& report)
{
    const FloorCounts& counts = report.counts;
    std::string text = headline(report);
    if (counts.whole.conversations == 0)
        return text + "\nNo conversation was opened in this period.\n";
    if (counts.pivot) {
        text += inColumns(pivotTable(counts));
    } else if (report.only) {
        text += inColumns(oneMeasureTable(counts, *report.only));
    } else {
        for (const FloorTheme theme : floorThemes)
            text += inColumns(measuresTable(counts, std::string(nameOf(theme)), measuresOf(theme)));
        text += fairnessInWords(counts.fairness);
    }
    text += "\n";
    for (const FloorMeasure measure : measuresIn(report))
        text += std::string(about(measure).name) + ": " + std::string(about(measure).definition) + "\n";
    return text;
}

std::vector<FloorNumber> linesOf(const FloorReport& report)
{
    const FloorCounts& counts = report.counts;
    std::vector<FloorNumber> lines;
    const auto add = [&](const FloorPart* part, const FloorPart* column, const FloorFigures& figures) {
        for (const FloorMeasure measure : measuresIn(report))
            lines.push_back({part, column, measure, valueOf(figures, measure, counts.whole), &figures});
    };
    const auto addRow = [&](const FloorPart* part, const FloorFigures& all, const std::vector<FloorFigures>* cells) {
        add(part, nullptr, all);
        for (std::size_t column = 0; cells && column < cells->size(); ++column)
            add(part, &counts.pivot->columns[column], (*cells)[column]);
    };
    addRow(nullptr, counts.whole, counts.pivot ? &counts.pivot->whole : nullptr);
    for (std::size_t bar = 0; bar < counts.bars.size(); ++bar)
        addRow(&counts.bars[bar].part, counts.bars[bar].figures, counts.pivot ? &counts.pivot->cells[bar] : nullptr);
    return lines;
}

std::string_view nameOf(FloorUnit unit)
{
    constexpr std::array names{"count", "share", "seconds", "hours", "number"};
    return names[static_cast<std::size_t>(unit)];
}

std::string floorAsCsv(const FloorReport& report)
{
    const FloorQuestion& asked = report.counts.question;
    std::string csv = "measure,origin,by,part,across,column,unit,value,low,high,n,why\r\n";
    for (const FloorNumber& line : linesOf(report)) {
        const AboutFloorMeasure& said = about(line.measure);
        csv += std::string(said.id) + "," + std::string(nameOf(asked.of.origin)) + ","
            + csvCell(line.part ? nameOf(asked.by) : std::string()) + "," + csvCell(line.part ? line.part->name : "")
            + "," + csvCell(line.column ? nameOf(*asked.across) : std::string()) + ","
            + csvCell(line.column ? line.column->name : "") + "," + std::string(nameOf(said.unit)) + ","
            + csvCell(line.value.value) + "," + csvCell(line.value.low) + "," + csvCell(line.value.high) + ","
            + std::to_string(line.value.of) + "," + csvCell(line.value.value ? std::string() : line.value.why) + "\r\n";
    }
    return csv;
}

}
