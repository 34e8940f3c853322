#include "ui/insights/floor_bars_plot.h"

#include "ui/insights/floor_words.h"
#include "ui/shared/accessible_role.h"
#include "ui/shared/custom_plot.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

constexpr int lyingBar = 24;   // pixels at full size

bool isTimeOrVersion(FloorBy by) { return by == FloorBy::Version || (by >= FloorBy::Hour && by <= FloorBy::Week); }

}

FloorBarsPlot::FloorBarsPlot(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_plot(new QCustomPlot(this))
{
    setObjectName(QStringLiteral("floorBars"));
    setAccessibleRole(*this, QAccessible::Chart);
    setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setObjectName(QStringLiteral("floorPlot"));
    connect(m_plot, &QCustomPlot::mousePress, this, [this](QMouseEvent* event) {
        const int bar = barAt(event->position());
        if (event->button() != Qt::LeftButton || bar < 0)
            return;
        setFocus(Qt::MouseFocusReason);
        choose(bar);
        Q_EMIT opened(bar);
    });
    connect(&theme, &Theme::changed, this, [this] {
        style();
        if (m_counts)
            show(*m_counts, m_measure);
    });
}

bool FloorBarsPlot::isLying() const { return !m_counts || !isTimeOrVersion(m_counts->question.by.kind); }
QCPAxis* FloorBarsPlot::keyAxis() const { return isLying() ? m_plot->yAxis : m_plot->xAxis; }
QCPAxis* FloorBarsPlot::valueAxis() const { return isLying() ? m_plot->xAxis : m_plot->yAxis; }
double FloorBarsPlot::scaled(double value) const { return value * m_scale; }

int FloorBarsPlot::heightWanted() const
{
    return isLying() ? m_theme.px(lyingBar) * std::max(1, bars()) + m_theme.px(44) : m_theme.px(260);
}

void FloorBarsPlot::show(const FloorCounts& counts, FloorMeasure measure)
{
    m_counts = &counts;
    m_measure = measure;
    m_values.clear();
    m_names.clear();
    const std::size_t most = isLying() ? std::size_t(mostBars) : counts.bars.size();
    for (const FloorBar& bar : counts.bars) {
        if (m_values.size() == most)
            break;
        m_values.push_back(valueOf(bar.figures, measure, counts.whole));
        m_names.push_back(floorPartName(counts.question.by, bar.part));
    }
    m_chosen = m_chosen < bars() ? m_chosen : -1;
    chooseScale();
    build();
    layOut();
    style();
    label();
    showChosen();
}

void FloorBarsPlot::showChosen()
{
    if (!m_slot)
        return;
    m_slot->setVisible(m_chosen >= 0);
    const double end = valueAxis()->range().upper;
    const auto corner = [&](double key, double value) { return isLying() ? QPointF(value, key) : QPointF(key, value); };
    const QPointF first = corner(m_chosen - 0.48, 0), second = corner(m_chosen + 0.48, end);
    m_slot->topLeft->setCoords(std::min(first.x(), second.x()), std::max(first.y(), second.y()));
    m_slot->bottomRight->setCoords(std::max(first.x(), second.x()), std::min(first.y(), second.y()));
    m_slot->setBrush(m_theme.color(ThemeColor::Hover));
    m_slot->setPen(hasFocus() ? QPen(m_theme.color(ThemeColor::Focus), 2) : QPen(Qt::NoPen));
    describe();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void FloorBarsPlot::describe()
{
    if (!m_counts)
        return;
    setAccessibleName(tr("%1 by %2, %3 bars", "a chart")
                          .arg(floorMeasureName(m_measure), floorDimensionName(m_counts->question.by))
                          .arg(bars()));
    setAccessibleDescription(m_chosen < 0
                                 ? tr("Arrow keys choose a bar, Enter opens its conversations.")
                                 : tr("%1: %2").arg(m_names[std::size_t(m_chosen)],
                                                    floorValueText(m_measure, m_values[std::size_t(m_chosen)])));
}

void FloorBarsPlot::choose(int bar)
{
    const int wanted = std::clamp(bar, -1, bars() - 1);
    if (wanted == m_chosen)
        return;
    m_chosen = wanted;
    showChosen();
    Q_EMIT chosenChanged(m_chosen);
}

int FloorBarsPlot::barAt(const QPointF& position) const
{
    if (bars() == 0)
        return -1;
    const double key = keyAxis()->pixelToCoord(isLying() ? position.y() : position.x());
    const int bar = int(std::lround(key));
    return bar >= 0 && bar < bars() ? bar : -1;
}

QRect FloorBarsPlot::rectOf(int bar) const
{
    const int first = int(keyAxis()->coordToPixel(bar - 0.5)), second = int(keyAxis()->coordToPixel(bar + 0.5));
    const QRect slot = isLying() ? QRect(QPoint(0, std::min(first, second)), QPoint(width(), std::max(first, second)))
                                 : QRect(QPoint(std::min(first, second), 0), QPoint(std::max(first, second), height()));
    return slot;
}

void FloorBarsPlot::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right:
        return choose(m_chosen + 1);
    case Qt::Key_Up:
    case Qt::Key_Left:
        return choose(std::max(0, m_chosen - 1));
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(bars() - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_chosen >= 0)
            Q_EMIT opened(m_chosen);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void FloorBarsPlot::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_chosen < 0 && event->reason() != Qt::MouseFocusReason)
        choose(0);
    showChosen();
}

void FloorBarsPlot::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    showChosen();
}

void FloorBarsPlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    label();
}

}
