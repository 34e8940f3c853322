#include "ui/insights/weeks_plot.h"

#include "model/figures/iso_week.h"
#include "ui/shared/custom_plot.h"
#include "ui/shared/format_text.h"

#include <algorithm>
#include <cmath>

namespace signalbox {

WeeksPlot::WeeksPlot(Theme& theme, const QString& objectName, QWidget* parent)
    : FigurePlot(theme, objectName, parent),
      m_path(plot().addGraph()),
      m_soFarPath(plot().addGraph()),
      m_sure(plot().addGraph()),
      m_thin(plot().addGraph()),
      m_soFar(plot().addGraph())
{
    for (QCPGraph* points : {m_sure, m_thin, m_soFar})
        points->setLineStyle(QCPGraph::lsNone);
}

void WeeksPlot::show(const std::vector<NamedLine>& lines)
{
    m_lines = lines;
    m_weeks.clear();
    for (const NamedLine& each : lines)
        m_weeks.push_back(double(weekFromName(each.line.part).value_or(0)));
    draw();
}

void WeeksPlot::styleGraphs()
{
    const QColor accent = theme().color(ThemeColor::Accent), panel = theme().color(ThemeColor::Panel);
    m_path->setPen(QPen(accent, 2));
    m_soFarPath->setPen(QPen(accent, 1.5, Qt::DashLine));
    m_sure->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(accent, 2), accent, theme().px(7)));
    m_thin->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(accent, 2), panel, theme().px(8)));
    m_soFar->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(accent, 1.5, Qt::DotLine), panel, theme().px(11)));
    for (QCPGraph* graph : {m_path, m_soFarPath, m_sure, m_thin, m_soFar})
        graph->data()->clear();
}

void WeeksPlot::drawAxes(const AxisScale& scale, FigureUnit unit)
{
    plot().setBackground(QBrush(theme().color(ThemeColor::Panel)));
    styleAxis(*plot().xAxis, false);
    styleAxis(*plot().yAxis, true);
    plot().yAxis->setRange(-0.04 * scale.end, scale.end * 1.05);
    plot().yAxis->setLabel(unit == FigureUnit::Share ? tr("per cent") : scale.unit);
    if (unit == FigureUnit::Share) {
        QSharedPointer<QCPAxisTickerFixed> quarters(new QCPAxisTickerFixed);
        quarters->setTickStep(25);
        plot().yAxis->setTicker(quarters);
    } else {
        plot().yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    }
    QSharedPointer<QCPAxisTickerText> names(new QCPAxisTickerText);
    const double first = m_weeks.empty() ? 0 : m_weeks.front(), last = m_weeks.empty() ? 1 : m_weeks.back();
    const int every = std::max(1, int((last - first) / 13) + 1);
    for (double week = last; week >= first; week -= every) {
        const QString name = QString::fromStdString(nameOfWeek(std::int64_t(week)));   // "2026-W23"
        names->addTick(week, week - every < first ? name : name.mid(5));
    }
    plot().xAxis->setTicker(names);
    const double room = std::max(0.6, (last - first) * 0.04);
    plot().xAxis->setRange(first - room, last + room);
}

void WeeksPlot::drawWeek(const FigureLine& line, double week, const AxisScale& scale)
{
    if (line.value) {
        m_path->addData(week, *line.value / scale.perUnit);
        (line.thin ? m_thin : m_sure)->addData(week, *line.value / scale.perUnit);
        if (line.low) {
            auto* interval = new QCPItemLine(&plot());
            interval->start->setCoords(week, *line.low / scale.perUnit);
            interval->end->setCoords(week, line.high ? *line.high / scale.perUnit : plot().yAxis->range().upper);
            interval->setPen(QPen(theme().color(ThemeColor::Control), 1));
            const QCPLineEnding bar(QCPLineEnding::esBar, theme().px(7), theme().px(7));
            interval->setTail(bar);
            if (line.high)
                interval->setHead(bar);
        }
    }
    if (line.soFar) {
        m_soFar->addData(week, *line.soFar / scale.perUnit);
        m_soFarPath->addData(week, *line.soFar / scale.perUnit);
    }
}

void WeeksPlot::draw()
{
    plot().clearItems();
    styleGraphs();
    const FigureUnit unit = m_lines.empty() ? FigureUnit::Share : m_lines.front().line.unit;
    const AxisScale scale = scaleFor(unit, mostOf(m_lines));
    drawAxes(scale, unit);
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        drawWeek(m_lines[i].line, m_weeks[i], scale);
    setFixedHeight(theme().px(220));
    plot().replot(QCustomPlot::rpQueuedReplot);
}

int WeeksPlot::partAt(const QPoint& point) const
{
    if (!plot().axisRect()->rect().contains(point))
        return -1;
    const double week = std::round(plot().xAxis->pixelToCoord(point.x()));
    const auto found = std::ranges::find(m_weeks, week);
    return found == m_weeks.end() ? -1 : int(found - m_weeks.begin());
}

QPoint WeeksPlot::middleOf(int part) const
{
    return {int(std::lround(plot().xAxis->coordToPixel(m_weeks[std::size_t(part)]))), plot().axisRect()->center().y()};
}

QString WeeksPlot::wordsOf(int part) const
{
    const FigureLine& line = m_lines[std::size_t(part)].line;
    const QString words
        = tr("%1: %2, n = %3").arg(m_lines[std::size_t(part)].name, besideWords(line), formatCount(line.of));
    return line.soFar ? tr("%1. Still maturing: %2 so far").arg(words, formatPercent(*line.soFar)) : words;
}

}
