#include "model/report/report_chart.h"
#include "model/report/report_table.h"

#include "model/domain/names.h"

#include <nlohmann/json.hpp>

namespace signalbox {
namespace {

// The theme's colours as variables of the page.
std::string themeVariables(std::string_view json)
{
    const auto theme = nlohmann::json::parse(json, nullptr, false);
    if (!theme.is_object())
        return {};
    std::string variables;
    for (const auto& [variable, role] : {std::pair{"window", "window"},
                                         {"panel", "panel"},
                                         {"raised", "raised"},
                                         {"line", "line"},
                                         {"track", "track"},
                                         {"text", "text"},
                                         {"muted", "textMuted"},
                                         {"accent", "accent"},
                                         {"warn", "warn"},
                                         {"warn-tint", "warnTint"}})
        variables += std::string("--") + variable + ":" + theme.value(role, std::string("CanvasText")) + ";";
    return variables;
}

constexpr std::string_view style = R"css(
*{box-sizing:border-box}
body{margin:0;background:var(--window);color:var(--text);font:13px/18px Inter,"Noto Sans",system-ui,sans-serif;
font-variant-numeric:tabular-nums}
main{max-width:860px;margin:0 auto;padding:24px}
h1{font-size:18px;line-height:24px;margin:0 0 4px}
h2{font-size:15px;line-height:20px;margin:0 0 8px}
h3{font-size:12px;line-height:16px;margin:16px 0 4px;color:var(--muted)}
section{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:16px;margin:12px 0}
.period,.definition,.note,.why{color:var(--muted);margin:4px 0}
.warning{background:var(--warn-tint);color:var(--warn);border:1px solid var(--warn);border-radius:6px;padding:8px 12px;
font-weight:600}
.big{font-size:28px;line-height:34px;font-weight:600;margin:4px 0 0}
.big.thin{color:var(--muted)}
.of{color:var(--muted)}
table{border-collapse:collapse;width:100%;margin:4px 0}
th,td{padding:4px 8px;border-bottom:1px solid var(--line);text-align:right;vertical-align:top}
th:first-child,td:first-child{text-align:left;overflow-wrap:anywhere}
td+td{white-space:nowrap}
th{background:var(--raised);font-size:12px;font-weight:600}
.scroll{overflow-x:auto}
svg{width:100%;height:auto;display:block;margin:4px 0}
svg text{font-size:12px;fill:var(--text)}
svg .axis{fill:var(--muted);font-size:11px}
svg .end{text-anchor:end}
svg .track{stroke:var(--track);stroke-width:1}
svg .interval{stroke:var(--accent);stroke-width:2}
svg .dot{fill:var(--accent)}
svg .maturing{fill:none;stroke:var(--accent);stroke-width:1.5;stroke-dasharray:3 2}
svg .thin{fill:var(--panel);stroke:var(--accent);stroke-width:2}
footer{color:var(--muted);margin:16px 0}
@media print{body{background:var(--panel)}main{max-width:none;padding:0}section{break-inside:avoid;border-radius:0}
@page{margin:16mm}}
)css";

std::string element(const std::string& tag, const std::string& css, const std::string& text)
{
    return "<" + tag + (css.empty() ? "" : " class=\"" + css + "\"") + ">" + escaped(text) + "</" + tag + ">\n";
}

std::string tableAsHtml(const ReportTable& table)
{
    if (table.rows.empty())
        return {};
    std::string html = element("h3", {}, table.title) + "<div class=\"scroll\"><table>\n<thead><tr>";
    for (const std::string& cell : table.head)
        html += "<th scope=\"col\">" + escaped(cell) + "</th>";
    html += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        html += "<tr>";
        for (const std::string& cell : row)
            html += "<td>" + escaped(cell) + "</td>";
        html += "</tr>\n";
    }
    return html + "</tbody></table></div>\n";
}

std::string mainAsHtml(const FigureLine& line)
{
    std::string html = "<p class=\"big" + std::string(line.thin ? " thin" : "") + "\">"
        + escaped(valueInWords(line.unit, line.value)) + "</p>\n";
    const std::string interval = intervalInWords(line);
    html += element("p", "of",
                    (interval.empty() ? std::string() : "95 % interval " + interval + ", ")
                        + "n = " + countInWords(line.of)
                        + (line.notJudged ? ", " + valueInWords(FigureUnit::Share, line.notJudged)
                                   + (line.figure == "K4"       ? " maturing"
                                          : line.figure == "K2" ? " without an answer"
                                                                : " not judged yet")
                                          : std::string())
                        + (line.value && line.thin ? ": few, not to be relied on" : ""));
    return line.value ? html : html + element("p", "why", line.why);
}

ReportTable besideTable(const std::vector<FigureLine>& lines, const std::string& figure)
{
    ReportTable table{"Beside it", {"", "value", "95 % interval", "n"}, {}};
    for (const FigureLine& line : lines)
        if (line.figure == figure && line.by.empty() && !line.isMain)
            table.rows.push_back({line.words + (line.value ? "" : ". " + line.why), valueInWords(line.unit, line.value),
                                  intervalInWords(line), countInWords(line.of)});
    return table;
}

std::string chartsOf(const std::vector<FigureLine>& lines, const std::string& figure, const FigureReport& report)
{
    std::string html;
    for (const Dimension dimension : report.by) {
        std::vector<const FigureLine*> parts;
        for (const FigureLine& line : lines)
            if (line.figure == figure && line.isMain && line.by == nameOf(dimension))
                parts.push_back(&line);
        if (!parts.empty())
            if (const std::string chart = intervalChart(parts); !chart.empty())
                html += element("h3", {}, "By " + nameOf(dimension)) + chart + "\n";
    }
    return html;
}

std::string figureAsHtml(const FigureReport& report, const std::vector<FigureLine>& lines, const FigureAbout& about)
{
    std::string html = "<section>\n" + element("h2", {}, about.figure + "  " + about.name);
    for (const FigureLine& line : lines)
        if (line.figure == about.figure && line.by.empty() && line.isMain)
            html += mainAsHtml(line);
    html += element("p", "definition", about.definition);
    for (const std::string& note : about.notes)
        html += element("p", "note", note);
    html += chartsOf(lines, about.figure, report) + tableAsHtml(besideTable(lines, about.figure));
    if (about.figure == "K1")
        html += tableAsHtml(confusionTable(report.accuracy.whole));
    return html + "</section>\n";
}

std::string reviewAsHtml(const FigureReport& report)
{
    std::string html = "<section>\n" + element("h2", {}, "Alert review");
    const ReportTable triggers = triggerTable(report);
    if (triggers.rows.empty())
        html += element("p", "why", "No alert was raised.");
    html += tableAsHtml(triggers) + tableAsHtml(heldBackTable(report));
    return html + "</section>\n";
}

}

std::string reportAsHtml(const FigureReport& report, std::string_view theme)
{
    const std::vector<FigureLine> lines = linesOf(report);
    const std::string period = periodInWords(report.question);
    std::string html = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + escaped("Signalbox figures, " + period) + "</title>\n<style>:root{" + themeVariables(theme) + "}"
        + std::string(style) + "</style>\n</head>\n<body>\n<main>\n" + element("h1", {}, "The four figures")
        + element("p", "period",
                  period + ", " + std::string(nameOf(report.question.origin)) + " conversations. As of "
                      + toIso8601(std::chrono::floor<seconds>(report.question.now)) + ", event "
                      + countInWords(report.upTo) + " of the journal. Weeks and days are in UTC.");
    if (const std::string warning = originWarning(report.question.origin); !warning.empty())
        html += element("p", "warning", warning);
    for (const FigureAbout& about : aboutFigures(report))
        html += figureAsHtml(report, lines, about);
    html += reviewAsHtml(report);
    for (const Dimension dimension : report.by)
        if (const std::string table = tableAsHtml(partTable(lines, dimension)); !table.empty())
            html += "<section>\n" + table + "</section>\n";
    return html + "<footer>"
        + escaped("In brackets: where a figure lies with 95 % certainty. A dash says that there is "
                  "too little to say anything, a hollow dot that there are few, a dashed ring that the customers "
                  "are still maturing. \"few\": fewer than 20, not to be relied on.")
        + "</footer>\n</main>\n</body>\n</html>\n";
}

}
