#include "ui/insights/wait_curve.h"

#include "ui/shared/custom_plot.h"
#include "ui/shared/format_text.h"

#include <algorithm>

namespace signalbox {
namespace {

double inSeconds(std::chrono::microseconds time) { return std::chrono::duration<double>(time).count(); }

}

WaitCurve::WaitCurve(Theme& theme, const QString& objectName, QWidget* parent)
    : FigurePlot(theme, objectName, parent), m_answered(plot().addGraph()), m_median(plot().addGraph())
{
    m_answered->setLineStyle(QCPGraph::lsStepLeft);
    m_median->setLineStyle(QCPGraph::lsNone);
}

void WaitCurve::show(const SurvivalEstimate& times)
{
    m_times = times;
    setAccessibleName(
        tr("How many were answered by then. Half by %1, nine in ten by %2.")
            .arg(
                figureValue(FigureUnit::Seconds, times.median ? std::optional(inSeconds(*times.median)) : std::nullopt),
                figureValue(FigureUnit::Seconds, times.p90 ? std::optional(inSeconds(*times.p90)) : std::nullopt)));
    draw();
}

// A few that waited for days would squeeze the rest into a corner.
double WaitCurve::shownUntil() const
{
    if (m_times.curve.empty())
        return 60;
    const double last = inSeconds(m_times.curve.back().at);
    const auto most = m_times.p90 ? m_times.p90 : m_times.median;
    return std::max(1.0, most ? std::min(last, 1.6 * inSeconds(*most)) : last);
}

void WaitCurve::drawMedian(double perUnit)
{
    m_median->data()->clear();
    if (!m_times.median)
        return;
    m_median->addData(inSeconds(*m_times.median) / perUnit, 50);
    if (m_times.of < 6)   // with fewer there is no interval
        return;
    auto* interval = new QCPItemLine(&plot());
    interval->start->setCoords(inSeconds(m_times.medianLow) / perUnit, 50);
    interval->end->setCoords(
        m_times.medianHigh ? inSeconds(*m_times.medianHigh) / perUnit : plot().xAxis->range().upper, 50);
    interval->setPen(QPen(theme().color(ThemeColor::Control), 2));
    const QCPLineEnding bar(QCPLineEnding::esBar, theme().px(9), theme().px(9));
    interval->setTail(bar);
    if (m_times.medianHigh)
        interval->setHead(bar);
}

void WaitCurve::draw()
{
    plot().clearItems();
    const QColor accent = theme().color(ThemeColor::Accent);
    plot().setBackground(QBrush(theme().color(ThemeColor::Panel)));
    styleAxis(*plot().xAxis, false);
    styleAxis(*plot().yAxis, true);
    const AxisScale scale = scaleFor(FigureUnit::Seconds, shownUntil());
    plot().xAxis->setRange(0, scale.end);
    plot().xAxis->setLabel(tr("%1 since a person was owed", "minutes since ...").arg(scale.unit));
    plot().yAxis->setRange(0, 103);
    plot().yAxis->setLabel(tr("answered, per cent"));
    QSharedPointer<QCPAxisTickerFixed> quarters(new QCPAxisTickerFixed);
    quarters->setTickStep(25);
    plot().yAxis->setTicker(quarters);
    m_answered->setPen(QPen(accent, 2));
    m_median->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(accent, 2), accent, theme().px(11)));
    m_answered->data()->clear();
    m_answered->addData(0, 0);
    for (const SurvivalPoint& point : m_times.curve)
        m_answered->addData(inSeconds(point.at) / scale.perUnit, point.ended * 100);
    if (!m_times.curve.empty() && inSeconds(m_times.curve.back().at) / scale.perUnit < scale.end)
        m_answered->addData(scale.end, m_times.curve.back().ended * 100);
    drawMedian(scale.perUnit);
    setFixedHeight(theme().px(230));
    plot().replot(QCustomPlot::rpQueuedReplot);
}

int WaitCurve::partAt(const QPoint& point) const { return plot().axisRect()->rect().contains(point) ? 0 : -1; }

QPoint WaitCurve::middleOf(int) const { return plot().axisRect()->center(); }

QString WaitCurve::wordsOf(int) const { return accessibleName(); }

}
