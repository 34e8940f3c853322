#include "ui/policies/backtest/partings_delegate.h"

#include "ui/policies/backtest/partings_model.h"
#include "ui/shared/digits.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/theme.h"

#include <QPainter>

namespace signalbox {

PartingsDelegate::PartingsDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) { }

QSize PartingsDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int details = int(index.data(PartingsModel::DetailsRole).toStringList().size());
    return {0,
            m_theme.lineHeight(TextStyle::Body) + details * m_theme.lineHeight(TextStyle::Secondary) + m_theme.px(12)};
}

void PartingsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto px = [this](int length) { return m_theme.px(length); };
    painter->save();
    const QRect box = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver)
        painter->fillRect(box, m_theme.color(selected ? ThemeColor::Selection : ThemeColor::Hover));
    if (selected)
        painter->fillRect(QRect(box.left(), box.top(), px(3), box.height()), m_theme.color(ThemeColor::Accent));
    painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1), m_theme.color(ThemeColor::Line));
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paintFocusRing(*painter, box, m_theme);
    QRect line(box.left() + px(16), box.top() + px(6), box.width() - px(32), m_theme.lineHeight(TextStyle::Body));
    const QFont small = m_theme.font(TextStyle::Secondary);
    const QString when = index.data(PartingsModel::WhenRole).toString();
    painter->setPen(m_theme.color(ThemeColor::TextMuted));
    paintDigits(*painter, line, Qt::AlignRight | Qt::AlignVCenter, small, when);
    const auto draw = [&](const QRect& where, TextStyle style, ThemeColor color, const QString& text) {
        painter->setFont(m_theme.font(style));
        painter->setPen(m_theme.color(color));
        painter->drawText(where, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, where.width()));
    };
    draw(line.adjusted(0, 0, -int(digitsWidth(small, when)) - px(8), 0), TextStyle::BodyStrong, ThemeColor::Text,
         index.data().toString());
    line.moveTop(line.bottom() + 1);
    line.setHeight(m_theme.lineHeight(TextStyle::Secondary));
    for (const QString& detail : index.data(PartingsModel::DetailsRole).toStringList()) {
        draw(line, TextStyle::Secondary, ThemeColor::TextMuted, detail);
        line.moveTop(line.bottom() + 1);
    }
    painter->restore();
}

}
