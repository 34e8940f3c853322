#include "ui/review/threshold_slider.h"

#include "ui/shared/bars.h"
#include "ui/shared/style_paint.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace signalbox {

ThresholdSlider::ThresholdSlider(Theme& theme, QWidget* parent) : QSlider(Qt::Horizontal, parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(theme.px(22));
}

QSize ThresholdSlider::sizeHint() const { return {m_theme.px(200), m_theme.px(22)}; }

int ThresholdSlider::valueAt(int x) const
{
    const int handle = m_theme.px(12);
    return QStyle::sliderValueFromPosition(minimum(), maximum(), x - handle / 2, width() - handle);
}

void ThresholdSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        setValue(valueAt(event->pos().x()));
}

void ThresholdSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        setValue(valueAt(event->pos().x()));
}

void ThresholdSlider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int handle = m_theme.px(12), bar = m_theme.px(4);
    const int at = QStyle::sliderPositionFromValue(minimum(), maximum(), value(), width() - handle);
    const QRectF track(0, (height() - bar) / 2.0, width(), bar);
    paintBar(painter, track, m_theme, double(at + handle / 2) / std::max(1, width()),
             isEnabled() ? ThemeColor::Accent : ThemeColor::Control);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(isEnabled() ? ThemeColor::Accent : ThemeColor::Control));
    painter.drawEllipse(QRectF(at, (height() - handle) / 2.0, handle, handle));
    if (hasFocus())
        paintFocusRing(painter, rect(), m_theme);
}

}
