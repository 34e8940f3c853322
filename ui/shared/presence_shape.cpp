#include "ui/shared/presence_shape.h"

#include <QPainter>

namespace signalbox {

QString presenceName(Presence presence)
{
    switch (presence) {
    case Presence::Online:
        return PresenceShape::tr("Online");
    case Presence::Away:
        return PresenceShape::tr("Away");
    case Presence::OnBreak:
        return PresenceShape::tr("Break");
    case Presence::Offline:
        break;
    }
    return PresenceShape::tr("Offline");
}

ThemeColor presenceColor(Presence presence)
{
    switch (presence) {
    case Presence::Online:
        return ThemeColor::Good;
    case Presence::Away:
    case Presence::OnBreak:
        return ThemeColor::Warn;
    case Presence::Offline:
        break;
    }
    return ThemeColor::TextMuted;
}

void paintPresence(QPainter& painter, const QRectF& box, const Theme& theme, Presence presence)
{
    const qreal size = theme.px(8);
    const QRectF shape(box.center().x() - size / 2, box.center().y() - size / 2, size, size);
    const QColor color = theme.color(presenceColor(presence));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (presence) {
    case Presence::Online:
        painter.drawEllipse(shape);
        break;
    case Presence::Away:
        painter.drawPolygon(
            QPolygonF({QPointF(shape.center().x(), shape.top()), shape.bottomRight(), shape.bottomLeft()}));
        break;
    case Presence::OnBreak:
        painter.drawRect(shape.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    case Presence::Offline:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1.4 * theme.textScale()));
        painter.drawEllipse(shape.adjusted(0.7, 0.7, -0.7, -0.7));
        break;
    }
    painter.restore();
}

QIcon presenceIcon(Theme& theme, Presence presence)
{
    const int size = theme.px(16);
    QIcon icon;
    for (const qreal ratio : {1.0, 2.0}) {
        QPixmap pixmap(QSize(size, size) * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintPresence(painter, QRectF(0, 0, size, size), theme, presence);
        icon.addPixmap(pixmap);
    }
    return icon;
}

PresenceShape::PresenceShape(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void PresenceShape::setPresence(Presence presence)
{
    m_presence = presence;
    setToolTip(presenceName(presence));
    setAccessibleName(presenceName(presence));
    update();
}

QSize PresenceShape::sizeHint() const { return {m_theme.px(12), m_theme.px(16)}; }

void PresenceShape::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintPresence(painter, rect(), m_theme, m_presence);
}

}
