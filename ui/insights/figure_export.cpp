#include "ui/insights/figure_export.h"

#include <QBuffer>
#include <QFile>
#include <QFont>
#include <QHash>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QUrl>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

constexpr int chartWidth = 640;   // of a page of A4 between its margins, at 96 dpi
constexpr double sharpness = 3;   // pixels of a chart on paper for each of these

// It is made to be printed.
std::string lightTheme()
{
    QFile theme(u":/themes/light.json"_s);
    return theme.open(QIODevice::ReadOnly) ? theme.readAll().toStdString() : std::string();
}

// A text document knows no variables.
using Colors = QHash<QString, QString>;
Colors colorsOf(const QString& page)
{
    static const QRegularExpression variable(u"--([a-z-]+):(#[0-9A-Fa-f]+);"_s);
    Colors colors;
    for (auto found = variable.globalMatch(page); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        colors.insert(match.captured(1), match.captured(2));
    }
    return colors;
}

QString withColors(QString text, const Colors& colors)
{
    for (auto color = colors.cbegin(); color != colors.cend(); ++color)
        text.replace(u"var(--%1)"_s.arg(color.key()), color.value());
    return text;
}

// Of the page's own style it would take nothing: it stops at what it does not know.
QString styleOnPaper(const Colors& colors)
{
    return withColors(u"h1{font-size:17pt;margin-bottom:4px}h2{font-size:13pt;margin-top:28px;margin-bottom:2px}"
                      "h3{font-size:9pt;margin-top:16px;margin-bottom:4px;color:var(--muted)}"
                      "p{margin-top:4px;margin-bottom:4px}.big{font-size:22pt;font-weight:600;margin-bottom:2px}"
                      ".period,.definition,.note,.why,.of,footer{color:var(--muted)}"
                      ".warning{background-color:var(--warn-tint);color:var(--warn);font-weight:600}"
                      "th{background-color:var(--raised)}"_s,
                      colors);
}

QString styleOfCharts(const QString& html)
{
    static const QRegularExpression rule(u"^svg ([a-z.]+\\{[^}]*\\})$"_s, QRegularExpression::MultilineOption);
    QString style;
    for (auto found = rule.globalMatch(html); found.hasNext();)
        style += found.next().captured(1) + u'\n';
    return style;
}

QImage drawn(const QString& chart)
{
    QSvgRenderer renderer(chart.toUtf8());
    const QSizeF size = renderer.viewBoxF().size();
    if (size.isEmpty())
        return {};
    QImage image(int(chartWidth * sharpness), int(chartWidth * sharpness * size.height() / size.width()),
                 QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

// A text document shows no SVG: its charts become pictures of their size.
QString withPictures(const QString& html, QTextDocument& document)
{
    static const QRegularExpression chart(u"<svg (viewBox=.*?)</svg>"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    const QString style = styleOfCharts(html);
    QString made;
    qsizetype from = 0;
    int number = 0;
    for (auto found = chart.globalMatch(html); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString inside = match.captured(1);
        const QImage image = drawn(u"<svg xmlns=\"http://www.w3.org/2000/svg\" "_s
                                   + inside.left(inside.indexOf(u'>') + 1) + u"<style>text{font-family:Inter}\n"_s
                                   + style + u"</style>"_s + inside.mid(inside.indexOf(u'>') + 1) + u"</svg>"_s);
        made += html.mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (image.isNull())
            continue;
        const QUrl name(u"chart:%1"_s.arg(++number));
        document.addResource(QTextDocument::ImageResource, name, image);
        made += u"<p><img src=\"%1\" width=\"%2\" height=\"%3\"></p>"_s.arg(name.toString())
                    .arg(chartWidth)
                    .arg(chartWidth * image.height() / image.width());
    }
    return made + html.mid(from);
}

// What a text document takes only as attributes.
QString withAttributes(QString html)
{
    return html.replace(u"<table>"_s, u"<table width=\"100%\" cellspacing=\"0\" cellpadding=\"4\">"_s)
        .replace(u"<td>"_s, u"<td align=\"right\">"_s)
        .replace(u"<tr><td align=\"right\">"_s, u"<tr><td>"_s)
        .replace(u"<th scope=\"col\">"_s, u"<th align=\"right\">"_s)
        .replace(u"<tr><th align=\"right\">"_s, u"<tr><th align=\"left\">"_s);
}

std::string printed(const std::string& page)
{
    QTextDocument document;
    QFont font(u"Inter"_s);
    font.setPointSizeF(9);
    document.setDefaultFont(font);
    const QString html = QString::fromStdString(page);
    const Colors colors = colorsOf(html);
    static const QRegularExpression style(u"<style>:root.*?</style>"_s, QRegularExpression::DotMatchesEverythingOption);
    document.setDefaultStyleSheet(styleOnPaper(colors));
    document.setHtml(withAttributes(withPictures(withColors(html, colors), document).remove(style)));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setTitle(u"Signalbox figures"_s);
    writer.setCreator(u"Signalbox"_s);
    document.print(&writer);
    buffer.close();
    return bytes.toStdString();
}

}

std::string exported(const FigureReport& report, ExportFormat format)
{
    if (format == ExportFormat::Csv)
        return reportAsCsv(report);
    const std::string page = reportAsHtml(report, lightTheme());
    return format == ExportFormat::Html ? page : printed(page);
}

QString endingOf(ExportFormat format)
{
    return format == ExportFormat::Csv ? u"csv"_s : format == ExportFormat::Html ? u"html"_s : u"pdf"_s;
}

}
