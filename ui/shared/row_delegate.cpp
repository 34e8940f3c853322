#include "ui/shared/row_delegate.h"

#include "ui/shared/theme.h"

#include <QPainter>

namespace signalbox {

RowDelegate::RowDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), m_theme.px(34)};
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const int radius = m_theme.px(6);
    const QRectF row = QRectF(option.rect).adjusted(m_theme.px(8), 1, -m_theme.px(8), -1);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(selected ? ThemeColor::Selection : ThemeColor::Hover));
        painter->drawRoundedRect(row, radius, radius);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_theme.color(ThemeColor::Focus), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(row.adjusted(1, 1, -1, -1), radius, radius);
    }
    const QFont font = m_theme.font(selected ? TextStyle::BodyStrong : TextStyle::Body);
    const QRectF words = row.adjusted(m_theme.px(12), 0, -m_theme.px(8), 0);
    painter->setFont(font);
    painter->setPen(m_theme.color(ThemeColor::Text));
    painter->drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, int(words.width())));
    painter->restore();
}

}
