#include "ui/contacts/two_line_delegate.h"

#include "ui/shared/theme.h"

#include <QPainter>

namespace signalbox {

TwoLineDelegate::TwoLineDelegate(const Theme& theme, int detailRole, int ageRole, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_detailRole(detailRole), m_ageRole(ageRole)
{
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), m_theme.px(52)};
}

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto px = [this](int length) { return m_theme.px(length); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect.adjusted(px(8), 0, -px(8), 0);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(selected ? ThemeColor::Selection : ThemeColor::Hover));
        painter->drawRoundedRect(row, px(6), px(6));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_theme.color(ThemeColor::Focus), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), px(6), px(6));
    }
    const QFont strong = m_theme.font(TextStyle::BodyStrong), small = m_theme.font(TextStyle::Secondary);
    const QRect words = row.adjusted(px(12), px(8), -px(12), -px(8));
    const QRect first(words.left(), words.top(), words.width(), m_theme.lineHeight(TextStyle::Body));
    const QRect second(words.left(), first.bottom() + 1, words.width(), m_theme.lineHeight(TextStyle::Secondary));
    const QString age = index.data(m_ageRole).toString();
    const int ageRoom = age.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(age) + px(8);
    const auto write = [painter](const QRect& box, const QFont& font, const QColor& color, const QString& text) {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(box, Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width()));
    };
    write(first.adjusted(0, 0, -ageRoom, 0), strong, m_theme.color(ThemeColor::Text), index.data().toString());
    write(second, small, m_theme.color(ThemeColor::TextMuted), index.data(m_detailRole).toString());
    painter->setFont(small);
    painter->setPen(m_theme.color(ThemeColor::TextMuted));
    painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter, age);
    painter->restore();
}

}
