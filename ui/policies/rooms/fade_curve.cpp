#include "ui/policies/rooms/fade_curve.h"

#include "ui/shared/format_text.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace signalbox {
namespace {

constexpr int halfLives = 4;
constexpr int steps = 64;

}

FadeCurve::FadeCurve(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("fadeCurve"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FadeCurve::setSignal(double weight, double halfLifeMinutes)
{
    m_weight = weight;
    m_halfLife = halfLifeMinutes;
    setAccessibleDescription(m_halfLife > 0 ? tr("%1 points at first, half of them after %2 minutes")
                                                  .arg(formatNumber(weight), formatNumber(halfLifeMinutes))
                                            : tr("%1 points that never fade").arg(formatNumber(weight)));
    update();
}

QSize FadeCurve::sizeHint() const { return {m_theme.px(420), m_theme.px(120)}; }

void FadeCurve::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int label = m_theme.lineHeight(TextStyle::Small);
    const QRectF box = QRectF(rect()).adjusted(m_theme.px(2), label, -m_theme.px(2), -label);
    const double highest = std::max(std::abs(m_weight), 1.0);
    const auto at = [&](double share, double points) {
        const double middle = m_weight < 0 ? box.top() : box.bottom();
        return QPointF(box.left() + share * box.width(), middle - points / highest * box.height());
    };
    painter.setPen(QPen(m_theme.color(ThemeColor::Line), 1));
    for (int i = 0; i <= halfLives; ++i) {
        const double x = box.left() + box.width() * i / halfLives;
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
    }
    QPainterPath path(at(0, m_weight));
    for (int i = 1; i <= steps; ++i) {
        const double share = double(i) / steps;
        path.lineTo(at(share, m_halfLife > 0 ? m_weight * std::exp2(-share * halfLives) : m_weight));
    }
    painter.setPen(QPen(m_theme.color(ThemeColor::Accent), 2));
    painter.drawPath(path);
    painter.setFont(m_theme.font(TextStyle::Small));
    painter.setPen(m_theme.color(ThemeColor::TextMuted));
    painter.drawText(QRectF(0, 0, width(), label), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%1 points").arg(formatNumber(m_weight)));
    const QString end
        = m_halfLife > 0 ? formatSpan(seconds{std::llround(m_halfLife * 60 * halfLives)}) : tr("for ever");
    const QRectF foot(0, height() - label, width(), label);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, tr("When seen"));
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, end);
}

}
