#include "ui/insights/behind_delegate.h"

#include "ui/insights/behind_model.h"
#include "ui/shared/console_model.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/theme.h"
#include "ui/shared/tier_chip.h"

#include <QPainter>

namespace signalbox {

BehindDelegate::BehindDelegate(const PageContext& context, QObject* parent)
    : QStyledItemDelegate(parent), m_context(context)
{
}

QSize BehindDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), m_context.theme.px(50)};
}

void BehindDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* const model = qobject_cast<const BehindModel*>(index.model());
    if (!model)
        return;
    const Theme& theme = m_context.theme;
    const auto px = [&theme](int length) { return theme.px(length); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect.adjusted(px(8), 0, -px(8), 0);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver))
        paintBox(*painter, row, px(6), theme.color(selected ? ThemeColor::Selection : ThemeColor::Hover),
                 Qt::transparent);
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, row, theme);
    const QRect words = row.adjusted(px(10), px(5), -px(10), -px(5));
    QRect first(words.left(), words.top(), words.width(), px(20));
    const QRect second(words.left(), first.bottom() + 1, words.width(), theme.lineHeight(TextStyle::Secondary));
    const QFont strong = theme.font(TextStyle::BodyStrong), small = theme.font(TextStyle::Secondary);
    painter->setFont(small);
    painter->setPen(theme.color(ThemeColor::TextMuted));
    const QString opened = index.data(BehindModel::OpenedRole).toString();
    painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter, opened);
    first.setRight(first.right() - QFontMetrics(small).horizontalAdvance(opened) - px(8));
    const ReviewedConversation& conversation = model->at(index.row());
    if (!conversation.tier.empty()) {
        const TierLabel tier = m_context.model.tier(conversation.tier, conversation.tierRank);
        const QSize chip = tierChipSize(theme, tier, TierChipSize::Code);
        paintTierChip(*painter, QRect(first.right() - chip.width() + 1, first.top(), chip.width(), first.height()),
                      theme, tier, TierChipSize::Code);
        first.setRight(first.right() - chip.width() - px(8));
    }
    painter->setFont(strong);
    painter->setPen(theme.color(ThemeColor::Text));
    painter->drawText(first, Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(strong).elidedText(index.data().toString(), Qt::ElideRight, first.width()));
    painter->setFont(small);
    painter->setPen(theme.color(ThemeColor::TextMuted));
    const QString said
        = BehindModel::tr("%1 · %2", "channel and what was said")
              .arg(index.data(BehindModel::ChannelRole).toString(), index.data(BehindModel::SaidRole).toString());
    painter->drawText(second, Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(small).elidedText(said, Qt::ElideRight, second.width()));
    painter->restore();
}

}
