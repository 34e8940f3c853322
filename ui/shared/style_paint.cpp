#include "ui/shared/style_paint.h"

#include <QPainter>
#include <QPaintDevice>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace signalbox {

qreal ratioOf(const QPainter& painter) { return painter.device()->devicePixelRatioF(); }

QRect centered(const QRect& box, int size)
{
    return {box.x() + (box.width() - size) / 2, box.y() + (box.height() - size) / 2, size, size};
}

void paintBox(QPainter& painter, const QRectF& box, qreal radius, const QColor& fill, const QColor& edge, qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    if (edge.alpha() == 0) {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(box, radius, radius);
    } else {
        painter.setPen(QPen(edge, width));
        const qreal half = width / 2;
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius - half, radius - half);
    }
    painter.restore();
}

void paintFocusRing(QPainter& painter, const QRect& box, const Theme& theme)
{
    paintBox(painter, box, theme.px(6), Qt::transparent, theme.color(ThemeColor::Focus), 2);
}

QRect splitterLine(const QRect& handle, bool horizontal)
{
    return horizontal ? QRect(handle.center().x(), handle.y(), 1, handle.height())
                      : QRect(handle.x(), handle.center().y(), handle.width(), 1);
}

// One thumb on a bare groove: no arrows, pages above and below it.
QRect scrollBarPart(const QStyleOptionComplex& option, QStyle::SubControl part)
{
    const auto& bar = static_cast<const QStyleOptionSlider&>(option);
    const bool across = bar.orientation == Qt::Horizontal;
    const QRect all = bar.rect;
    const int length = across ? all.width() : all.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    int thumb = length;
    if (range > 0)
        thumb = std::clamp(int(qint64(bar.pageStep) * length / (range + bar.pageStep)), std::min(32, length), length);
    const int start
        = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - thumb, bar.upsideDown);
    const auto piece = [&](int from, int size) {
        return across ? QRect(all.x() + from, all.y(), size, all.height())
                      : QRect(all.x(), all.y() + from, all.width(), size);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return piece(start, thumb);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return piece(start + thumb, length - start - thumb);
    case QStyle::SC_ScrollBarGroove:
        return all;
    default:
        return {};
    }
}

QSize buttonSize(const QStyleOption& option, const QSize& contents, const QWidget* widget, const Theme& theme)
{
    const bool link = widget && widget->property("link").toBool();
    const bool quiet = widget && widget->property("quiet").toBool();
    const bool small = widget && widget->property("small").toBool();
    const auto& button = static_cast<const QStyleOptionButton&>(option);
    const int icon = button.icon.isNull() ? 0 : button.iconSize.width() + (button.text.isEmpty() ? 0 : theme.px(6));
    QFont font = widget ? widget->font() : theme.font(TextStyle::Body);
    font.setWeight(QFont::DemiBold);
    const int words = QFontMetrics(font).size(Qt::TextShowMnemonic, button.text).width();
    const int arrow = button.features & QStyleOptionButton::HasMenu ? theme.px(18) : 0;
    const int height = small || link ? theme.px(24) : theme.px(30);
    const int padding = link ? theme.px(4) : quiet ? theme.px(8) : small ? theme.px(10) : theme.px(13);
    if (button.text.isEmpty())
        return {std::max(icon + theme.px(12), height), std::max(height, contents.height())};
    return {words + icon + arrow + 2 * padding, height};
}

QSize menuItemSize(const QStyleOption& option, const QSize& contents, const Theme& theme)
{
    const auto& item = static_cast<const QStyleOptionMenuItem&>(option);
    if (item.menuItemType == QStyleOptionMenuItem::Separator)
        return {contents.width(), theme.px(9)};
    const QStringList parts = item.text.split(QLatin1Char('\t'));
    const QFontMetrics metrics(item.font);
    int width = theme.px(32 + 24) + metrics.size(Qt::TextShowMnemonic, parts.first()).width();
    if (parts.size() > 1)
        width += theme.px(28) + metrics.horizontalAdvance(parts.last());
    return {std::max(width, theme.px(160)), theme.px(28)};
}

}
