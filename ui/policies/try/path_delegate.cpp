#include "ui/policies/try/path_delegate.h"

#include "ui/policies/try/path_model.h"
#include "ui/shared/digits.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/theme.h"

#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

struct MarkLook {
    QString icon;
    ThemeColor color;
};

MarkLook lookOf(PathModel::Mark mark, bool chosen)
{
    switch (mark) {
    case PathModel::Mark::Fired:
        return {u"check"_s, ThemeColor::Good};
    case PathModel::Mark::Failed:
        return {u"cross"_s, chosen ? ThemeColor::Bad : ThemeColor::TextMuted};
    default:
        return {u"minus"_s, ThemeColor::TextMuted};
    }
}

}

PathDelegate::PathDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

QSize PathDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const bool two = !index.data(PathModel::DetailRole).toString().isEmpty();
    const int lines = m_theme.lineHeight(TextStyle::Body) + (two ? m_theme.lineHeight(TextStyle::Secondary) : 0);
    return {0, lines + m_theme.px(10)};
}

void PathDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto px = [this](int length) { return m_theme.px(length); };
    painter->save();
    const QRect box = option.rect.adjusted(px(4), 0, -px(4), 0);
    if (option.state & QStyle::State_MouseOver)
        paintBox(*painter, box, px(6), m_theme.color(ThemeColor::Hover), Qt::transparent);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paintFocusRing(*painter, box, m_theme);
    const auto mark = PathModel::Mark(index.data(PathModel::MarkRole).toInt());
    const bool chosen = index.data(PathModel::ChosenRole).toBool();
    const MarkLook look = lookOf(mark, chosen);
    const bool strong = chosen || mark == PathModel::Mark::Fired;
    const int top = box.top() + px(5);
    const int lineHeight = m_theme.lineHeight(TextStyle::Body);
    const int icon = px(14);
    painter->drawPixmap(QRect(box.left() + px(12), top + (lineHeight - icon) / 2, icon, icon),
                        m_theme.pixmap(look.icon, look.color, icon, ratioOf(*painter)));
    painter->setPen(m_theme.color(ThemeColor::TextMuted));
    const QString number = index.data(PathModel::NumberRole).toString();
    const QFont digits = m_theme.font(TextStyle::Body);
    const int numberEnd = box.left() + px(62);
    const int wide = std::max(int(digitsWidth(digits, number)), px(30));
    const QRect numberBox(std::min(numberEnd - wide, box.left() + px(30)), top, wide, lineHeight);
    paintDigits(*painter, numberBox, Qt::AlignRight | Qt::AlignVCenter, digits, number);
    const int left = std::max(numberEnd, numberBox.right()) + px(10);
    QRect words(left, top, box.right() - left - px(8), lineHeight);
    const auto draw = [&](TextStyle style, ThemeColor color, const QString& text) {
        painter->setFont(m_theme.font(style));
        painter->setPen(m_theme.color(color));
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    };
    draw(strong ? TextStyle::BodyStrong : TextStyle::Body,
         mark == PathModel::Mark::Off ? ThemeColor::TextMuted : ThemeColor::Text, index.data().toString());
    words = QRect(left, top + lineHeight, words.width(), m_theme.lineHeight(TextStyle::Secondary));
    const bool missed = chosen && mark == PathModel::Mark::Failed;
    draw(TextStyle::Secondary, missed ? ThemeColor::Bad : ThemeColor::TextMuted,
         index.data(PathModel::DetailRole).toString());
    painter->restore();
}

}
