#include "ui/policies/problems/problem_delegate.h"

#include "ui/policies/problems/problem_list.h"
#include "ui/policies/problems/problem_model.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/theme.h"

#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

struct WeightLook {
    QString icon;
    ThemeColor color;
};

WeightLook lookOf(Problem::Weight weight)
{
    switch (weight) {
    case Problem::Weight::Error:
        return {u"cross"_s, ThemeColor::Bad};
    case Problem::Weight::Warning:
        return {u"warning"_s, ThemeColor::Warn};
    case Problem::Weight::Note:
        break;
    }
    return {u"info"_s, ThemeColor::TextMuted};
}

}

ProblemDelegate::ProblemDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, m_theme.lineHeight(TextStyle::Body) + m_theme.lineHeight(TextStyle::Secondary) + m_theme.px(12)};
}

void ProblemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const QRect box = option.rect.adjusted(m_theme.px(4), 0, -m_theme.px(4), 0);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver)
        paintBox(*painter, box, m_theme.px(6), m_theme.color(selected ? ThemeColor::Selection : ThemeColor::Hover),
                 Qt::transparent);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paintFocusRing(*painter, box, m_theme);
    const WeightLook look = lookOf(Problem::Weight(index.data(ProblemModel::WeightRole).toInt()));
    const bool stale = index.data(ProblemModel::StaleRole).toBool();
    const int top = box.top() + m_theme.px(6);
    const int lineHeight = m_theme.lineHeight(TextStyle::Body);
    const int icon = m_theme.px(14);
    painter->drawPixmap(QRect(box.left() + m_theme.px(12), top + (lineHeight - icon) / 2, icon, icon),
                        m_theme.pixmap(look.icon, stale ? ThemeColor::TextMuted : look.color, icon, ratioOf(*painter)));
    const int left = box.left() + m_theme.px(36);
    const auto draw = [&](int y, TextStyle style, ThemeColor color, const QString& text) {
        const QRect words(left, y, box.right() - left - m_theme.px(8), m_theme.lineHeight(style));
        painter->setFont(m_theme.font(style));
        painter->setPen(m_theme.color(color));
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    };
    draw(top, TextStyle::BodyStrong, stale ? ThemeColor::TextMuted : ThemeColor::Text,
         index.data(ProblemModel::WhereRole).toString());
    draw(top + lineHeight, TextStyle::Secondary, ThemeColor::TextMuted, index.data(ProblemModel::TitleRole).toString());
    painter->restore();
}

}
