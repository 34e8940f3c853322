#include "model/report/report_table.h"

#include <algorithm>

namespace signalbox {
namespace {

// How many characters it takes on a terminal: bytes that go on with a character do not count.
std::size_t widthOf(const std::string& text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](unsigned char byte) { return (byte & 0xC0) != 0x80; }));
}

// Names come from outside: what would move the cursor of a terminal does not reach it.
std::string withoutControls(std::string text)
{
    std::ranges::replace_if(
        text, [](unsigned char letter) { return letter < 0x20 || letter == 0x7F; }, ' ');
    return text;
}

std::string figureAsText(const std::vector<FigureLine>& lines, const FigureAbout& about)
{
    std::string text = "\n" + about.figure + "  " + about.name + "\n    " + about.definition + "\n";
    for (const FigureLine& line : lines) {
        if (line.figure != about.figure || !line.by.empty())
            continue;
        text += "    " + (line.isMain ? std::string("= ") : line.words + ": ") + figureInWords(line)
            + (line.why.empty() || line.value ? "" : "  " + line.why) + "\n";
        if (line.isMain && line.notJudged)
            text += std::string("    ")
                + (line.figure == "K4"       ? "Maturing"
                       : line.figure == "K2" ? "Without an answer"
                                             : "Not judged yet")
                + ": " + valueInWords(FigureUnit::Share, line.notJudged) + "\n";
    }
    for (const std::string& note : about.notes)
        text += "    " + note + "\n";
    return text;
}

}

std::string inColumns(const ReportTable& table)
{
    if (table.rows.empty())
        return {};
    std::vector<std::vector<std::string>> all{table.head};
    all.insert(all.end(), table.rows.begin(), table.rows.end());
    std::vector<std::size_t> widths(table.head.size());
    for (auto& row : all)
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] = withoutControls(row[i]);
            widths[i] = std::max(widths[i], widthOf(row[i]));
        }
    std::string text = "\n" + table.title + "\n";
    for (const auto& row : all) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string gap(widths[i] - widthOf(row[i]), ' ');
            line += "  " + (i == 0 ? row[i] + gap : gap + row[i]);
        }
        text += line + "\n";
    }
    return text;
}

std::string reportAsText(const FigureReport& report)
{
    const std::vector<FigureLine> lines = linesOf(report);
    std::string text = "Figures of " + periodInWords(report.question) + "\n";
    if (const std::string warning = originWarning(report.question.origin); !warning.empty())
        text += warning + "\n";
    for (const FigureAbout& about : aboutFigures(report)) {
        text += figureAsText(lines, about);
        if (about.figure == "K1")
            text += inColumns(confusionTable(report.accuracy.whole));
    }
    for (const Dimension dimension : report.by)
        text += inColumns(partTable(lines, dimension));
    text += inColumns(triggerTable(report)) + inColumns(heldBackTable(report));
    return text
        + "\nIn brackets: where a figure lies with 95 % certainty. \"few\": fewer than 20, not to be relied on.\n";
}

}
