#include "ui/policies/rooms/score_chart.h"

#include "ui/shared/accessible_role.h"
#include "ui/shared/format_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace signalbox {
namespace {

constexpr double highest = 100;
constexpr int nearby = 8;   // pixels at full size

}

ScoreChart::ScoreChart(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("scoreChart"));
    setAccessibleRole(*this, QAccessible::Chart);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ScoreChart::setSeen(const SeenValues& seen)
{
    m_seen = seen;
    update();
}

void ScoreChart::setMarkers(const std::vector<Marker>& markers)
{
    m_markers = markers;
    m_chosen = std::min(m_chosen, int(m_markers.size()) - 1);
    announce();
    update();
}

QSize ScoreChart::sizeHint() const { return {m_theme.px(420), m_theme.px(168)}; }

QRectF ScoreChart::plot() const
{
    const int small = m_theme.lineHeight(TextStyle::Small);
    return QRectF(rect()).adjusted(m_theme.px(10), 2 * small + m_theme.px(4), -m_theme.px(10), -small - m_theme.px(4));
}

double ScoreChart::xOf(double value) const
{
    return plot().left() + std::clamp(value, 0.0, highest) / highest * plot().width();
}

double ScoreChart::valueAt(double x) const
{
    return std::clamp(std::round((x - plot().left()) / plot().width() * highest), 0.0, highest);
}

std::optional<double> ScoreChart::shareFrom(double value) const
{
    const auto all = std::accumulate(m_seen.histogram.begin(), m_seen.histogram.end(), std::int64_t{0});
    if (all == 0 || !m_seen.least || !m_seen.most)
        return std::nullopt;
    const double width = (*m_seen.most - *m_seen.least) / double(m_seen.histogram.size());
    double above = 0;
    for (std::size_t i = 0; i < m_seen.histogram.size(); ++i) {
        const double from = *m_seen.least + width * double(i);
        const double part = width > 0 ? std::clamp((from + width - value) / width, 0.0, 1.0) : double(from >= value);
        above += part * double(m_seen.histogram[i]);
    }
    return above / double(all);
}

void ScoreChart::paintBars(QPainter& painter) const
{
    const QRectF box = plot();
    const auto most = m_seen.histogram.empty() ? 0 : *std::ranges::max_element(m_seen.histogram);
    if (most > 0 && m_seen.least && m_seen.most) {
        const double width = (*m_seen.most - *m_seen.least) / double(m_seen.histogram.size());
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ThemeColor::Track));
        for (std::size_t i = 0; i < m_seen.histogram.size(); ++i) {
            const double from = *m_seen.least + width * double(i);
            const double height = box.height() * double(m_seen.histogram[i]) / double(most);
            const double left = xOf(from) + 1;
            painter.drawRect(QRectF(left, box.bottom() - height, std::max(2.0, xOf(from + width) - left - 1), height));
        }
    }
    painter.setPen(QPen(m_theme.color(ThemeColor::Line), 1));
    painter.drawLine(box.bottomLeft(), box.bottomRight());
    painter.setFont(m_theme.font(TextStyle::Small));
    painter.setPen(m_theme.color(ThemeColor::TextMuted));
    const QRectF foot(box.left(), box.bottom() + m_theme.px(2), box.width(), m_theme.lineHeight(TextStyle::Small));
    painter.drawText(foot, Qt::AlignLeft, QStringLiteral("0"));
    painter.drawText(foot, Qt::AlignHCenter, QStringLiteral("50"));
    painter.drawText(foot, Qt::AlignRight, QStringLiteral("100"));
}

void ScoreChart::paintMarkers(QPainter& painter) const
{
    const QRectF box = plot();
    painter.setFont(m_theme.font(TextStyle::Small));
    const QFontMetrics metrics(painter.font());
    double lastRight[2] = {-1, -1};
    std::vector<std::size_t> order(m_markers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [this](std::size_t i) { return m_markers[i].at; });
    for (const std::size_t i : order) {
        const Marker& marker = m_markers[i];
        const double x = xOf(marker.at);
        const QColor color = m_theme.tierColor(marker.tierRank);
        painter.setPen(QPen(color, int(i) == m_chosen ? 3 : 2));
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
        const QString label = QStringLiteral("%1 ≥ %2").arg(marker.label, formatNumber(marker.at));
        const double width = metrics.horizontalAdvance(label);
        const double left = std::clamp(x - width / 2, 0.0, std::max(0.0, this->width() - width));
        const int row = left > lastRight[0] + m_theme.px(4) ? 0 : 1;
        lastRight[row] = left + width;
        painter.drawText(
            QRectF(left, box.top() - (row + 1) * metrics.height() - m_theme.px(2), width, metrics.height()),
            Qt::AlignCenter, label);
        if (int(i) == m_chosen && hasFocus()) {
            painter.setPen(QPen(m_theme.color(ThemeColor::Focus), 2));
            painter.drawRoundedRect(QRectF(x - m_theme.px(5), box.top() - 1, m_theme.px(10), box.height() + 2), 3, 3);
        }
    }
}

void ScoreChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBars(painter);
    painter.setBrush(Qt::NoBrush);
    paintMarkers(painter);
}

int ScoreChart::markerNear(double x) const
{
    int nearest = -1;
    double least = m_theme.px(nearby);
    for (std::size_t i = 0; i < m_markers.size(); ++i)
        if (const double away = std::abs(xOf(m_markers[i].at) - x); away < least) {
            least = away;
            nearest = int(i);
        }
    return nearest;
}

void ScoreChart::moveMarker(int marker, double to)
{
    if (marker < 0 || marker >= int(m_markers.size()) || m_markers[std::size_t(marker)].at == to)
        return;
    m_markers[std::size_t(marker)].at = to;
    announce();
    update();
    Q_EMIT markerMoved(m_markers[std::size_t(marker)].id, to);
}

void ScoreChart::announce()
{
    if (m_chosen < 0)
        return;
    const Marker& marker = m_markers[std::size_t(m_chosen)];
    const auto share = shareFrom(marker.at);
    setAccessibleDescription(
        share ? tr("%1 from %2, %3 of conversations").arg(marker.label, formatNumber(marker.at), formatPercent(*share))
              : tr("%1 from %2").arg(marker.label, formatNumber(marker.at)));
}

void ScoreChart::mousePressEvent(QMouseEvent* event)
{
    m_chosen = event->button() == Qt::LeftButton && isEnabled() ? markerNear(event->position().x()) : -1;
    m_dragging = m_chosen >= 0;
    announce();
    update();
}

void ScoreChart::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging)
        moveMarker(m_chosen, valueAt(event->position().x()));
    setCursor(m_dragging || markerNear(event->position().x()) >= 0 ? Qt::SizeHorCursor : Qt::ArrowCursor);
}

void ScoreChart::mouseReleaseEvent(QMouseEvent*) { m_dragging = false; }

void ScoreChart::keyPressEvent(QKeyEvent* event)
{
    const int sign = event->key() == Qt::Key_Right || event->key() == Qt::Key_Up ? 1
        : event->key() == Qt::Key_Left || event->key() == Qt::Key_Down           ? -1
                                                                                 : 0;
    if (sign == 0 || m_chosen < 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const double step = event->modifiers().testFlag(Qt::ControlModifier) ? 10 : 1;
    moveMarker(m_chosen, std::clamp(m_markers[std::size_t(m_chosen)].at + sign * step, 0.0, highest));
}

// Tab goes from line to line before it leaves the chart.
bool ScoreChart::focusNextPrevChild(bool next)
{
    const int to = m_chosen + (next ? 1 : -1);
    if (to < 0 || to >= int(m_markers.size())) {
        m_chosen = -1;
        update();
        return QWidget::focusNextPrevChild(next);
    }
    m_chosen = to;
    announce();
    update();
    return true;
}

}
