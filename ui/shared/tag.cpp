#include "ui/shared/tag.h"

#include "ui/shared/style_paint.h"

#include <QPainter>

namespace signalbox {

QSize tagSize(const Theme& theme, const TagLook& tag)
{
    const int words = QFontMetrics(theme.font(TextStyle::Secondary)).horizontalAdvance(tag.text);
    const int icon = tag.icon.isEmpty() ? 0 : theme.px(14 + 4);
    return {words + icon + 2 * theme.px(7), theme.px(20)};
}

void paintTag(QPainter& painter, const QRect& box, const Theme& theme, const TagLook& tag)
{
    const QSize size = tagSize(theme, tag).boundedTo(QSize(box.width(), theme.px(20)));
    const QRect area(QPoint(box.x(), box.y() + (box.height() - size.height()) / 2), size);
    paintBox(painter, area, theme.px(4), theme.color(tag.fill), Qt::transparent);
    int x = area.x() + theme.px(7);
    if (!tag.icon.isEmpty()) {
        const int icon = theme.px(14);
        painter.drawPixmap(x, area.y() + (area.height() - icon) / 2,
                           theme.pixmap(tag.icon, tag.color, icon, ratioOf(painter)));
        x += icon + theme.px(4);
    }
    const QFont font = theme.font(TextStyle::Secondary);
    const QRect words(x, area.y(), area.right() + 1 - theme.px(7) - x, area.height());
    painter.setFont(font);
    painter.setPen(theme.color(tag.color));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(tag.text, Qt::ElideRight, words.width() + 1));
}

Tag::Tag(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    hide();   // until it says something
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void Tag::setTag(const TagLook& tag)
{
    if (tag == m_tag)
        return;
    m_tag = tag;
    setVisible(!tag.text.isEmpty());
    setAccessibleName(tag.text);
    updateGeometry();
    update();
}

QSize Tag::sizeHint() const { return tagSize(m_theme, m_tag); }

void Tag::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintTag(painter, rect(), m_theme, m_tag);
}

}
