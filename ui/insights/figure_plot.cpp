#include "ui/insights/figure_plot.h"

#include "ui/shared/accessible_role.h"
#include "ui/shared/custom_plot.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace signalbox {

FigurePlot::FigurePlot(Theme& theme, const QString& objectName, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_plot(new QCustomPlot(this))
{
    setObjectName(objectName);
    setAccessibleRole(*this, QAccessible::Chart);
    setMouseTracking(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_plot->setNoAntialiasingOnDrag(false);
    m_plot->axisRect()->setMinimumMargins({0, 4, 4, 0});
    connect(&theme, &Theme::changed, this, [this] { draw(); });
}

void FigurePlot::styleAxis(QCPAxis& axis, bool withGrid) const
{
    axis.setTickLabelFont(m_theme.font(TextStyle::Small));
    axis.setLabelFont(m_theme.font(TextStyle::Small));
    axis.setTickLabelColor(m_theme.color(ThemeColor::TextMuted));
    axis.setLabelColor(m_theme.color(ThemeColor::TextMuted));
    axis.setBasePen(Qt::NoPen);
    axis.setTickPen(Qt::NoPen);
    axis.setTickLength(0);
    axis.setSubTicks(false);
    axis.grid()->setZeroLinePen(Qt::NoPen);
    axis.grid()->setVisible(withGrid);
    axis.grid()->setPen(QPen(m_theme.color(ThemeColor::Line), 1));
}

bool FigurePlot::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const int part = partAt(help->pos()); part >= 0)
            QToolTip::showText(help->globalPos(), wordsOf(part).toHtmlEscaped(), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void FigurePlot::mouseMoveEvent(QMouseEvent* event)
{
    setCursor(partAt(event->pos()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void FigurePlot::mousePressEvent(QMouseEvent* event)
{
    const int part = event->button() == Qt::LeftButton ? partAt(event->pos()) : -1;
    if (part >= 0)
        Q_EMIT chosen(part);
    else
        QWidget::mousePressEvent(event);
}

AxisScale scaleFor(FigureUnit unit, double most)
{
    if (unit != FigureUnit::Seconds)
        return {0.01, {}, 100};
    struct Step {
        double seconds;
        QString name;
    };
    const std::array steps{Step{86'400, FigurePlot::tr("days")}, Step{3'600, FigurePlot::tr("hours")},
                           Step{60, FigurePlot::tr("minutes")}};
    for (const Step& step : steps)
        if (most >= 2 * step.seconds)
            return {step.seconds, step.name, most / step.seconds};
    return {1, FigurePlot::tr("seconds"), std::max(most, 1.0)};
}

double mostOf(const std::vector<NamedLine>& lines)
{
    double most = 0;
    for (const NamedLine& each : lines)
        if (each.line.value)
            most = std::max({most, *each.line.value, each.line.high.value_or(0)});
    return most;
}

}
