#include "ui/window/palette_delegate.h"

#include "ui/shared/style_paint.h"

#include <QPainter>

#include <algorithm>

namespace signalbox {

PaletteDelegate::PaletteDelegate(Theme& theme, QObject* parent) : QAbstractItemDelegate(parent), m_theme(theme) { }

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {0, m_theme.px(32)}; }

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool enabled = index.flags() & Qt::ItemIsEnabled;
    const QRect area = option.rect;
    if (option.state & QStyle::State_Selected)
        paintBox(*painter, area, m_theme.px(6), m_theme.color(ThemeColor::Selection), Qt::transparent);
    else if (option.state & QStyle::State_MouseOver && enabled)
        paintBox(*painter, area, m_theme.px(6), m_theme.color(ThemeColor::Hover), Qt::transparent);
    QRect box = area.adjusted(m_theme.px(10), 0, -m_theme.px(10), 0);
    const int icon = m_theme.px(16);
    const QString name = index.data(PaletteIcon).toString();
    if (!name.isEmpty())
        painter->drawPixmap(box.x(), box.y() + (box.height() - icon) / 2,
                            m_theme.pixmap(name, ThemeColor::TextMuted, icon, ratioOf(*painter)));
    box.setLeft(box.left() + icon + m_theme.px(10));
    const auto write
        = [&](const QRect& where, const QFont& font, ThemeColor color, const QString& words, Qt::Alignment at) {
              painter->setFont(font);
              painter->setPen(m_theme.color(color));
              const QString shown = QFontMetrics(font).elidedText(words, Qt::ElideRight, where.width());
              painter->drawText(where, int(at | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
              return QFontMetrics(font).horizontalAdvance(shown);
          };
    const QFont small = m_theme.font(TextStyle::Secondary);
    const QString right = enabled ? index.data(PaletteKey).toString() : index.data(PaletteWhy).toString();
    const QRect atRight(box.x() + box.width() / 3, box.y(), box.width() - box.width() / 3, box.height());
    box.setWidth(box.width() - write(atRight, small, ThemeColor::TextMuted, right, Qt::AlignRight) - m_theme.px(12));
    const QFont body = m_theme.font(TextStyle::Body);
    const int used
        = write(box, body, enabled ? ThemeColor::Text : ThemeColor::TextMuted, index.data().toString(), Qt::AlignLeft);
    const QRect rest = box.adjusted(used + m_theme.px(8), 0, 0, 0);
    if (rest.width() > m_theme.px(24))
        write(rest, small, ThemeColor::TextMuted, index.data(PaletteDetail).toString(), Qt::AlignLeft);
}

}
