#include "ui/conversation/moves/target_delegate.h"

#include "ui/conversation/moves/move_targets.h"
#include "ui/shared/presence_shape.h"
#include "ui/shared/theme.h"

#include <QPainter>

namespace signalbox {

TargetDelegate::TargetDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

QSize TargetDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), m_theme.px(34)};
}

void TargetDelegate::paintMark(QPainter* painter, const QRectF& box, const QModelIndex& index) const
{
    const auto kind = MoveTarget::Kind(index.data(KindRole).toInt());
    if (kind == MoveTarget::Kind::Agent)
        return paintPresence(*painter, box, m_theme, Presence(index.data(PresenceRole).toInt()));
    const bool ai = kind == MoveTarget::Kind::Ai;
    const QString icon = ai              ? QStringLiteral("sparkle")
        : kind == MoveTarget::Kind::Team ? QStringLiteral("users")
                                         : QStringLiteral("work");
    painter->drawPixmap(box.toRect(),
                        m_theme.pixmap(icon, ai ? ThemeColor::Ai : ThemeColor::TextMuted, int(box.width()),
                                       painter->device()->devicePixelRatioF()));
}

void TargetDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect row = option.rect.adjusted(m_theme.px(4), 1, -m_theme.px(4), -1);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(selected ? ThemeColor::Selection : ThemeColor::Hover));
        painter->drawRoundedRect(row, m_theme.px(6), m_theme.px(6));
    }
    const int mark = m_theme.px(16);
    paintMark(painter, QRectF(row.left() + m_theme.px(8), row.center().y() - mark / 2 + 1, mark, mark), index);
    const QRect words = row.adjusted(m_theme.px(34), 0, -m_theme.px(8), 0);
    const QFont name = m_theme.font(TextStyle::Body);
    const QFont small = m_theme.font(TextStyle::Secondary);
    const QString title = QFontMetrics(name).elidedText(index.data().toString(), Qt::ElideRight, words.width() * 3 / 5);
    const int used = QFontMetrics(name).horizontalAdvance(title) + m_theme.px(12);
    painter->setFont(name);
    painter->setPen(m_theme.color(ThemeColor::Text));
    painter->drawText(words, Qt::AlignVCenter | Qt::TextSingleLine, title);
    painter->setFont(small);
    painter->setPen(m_theme.color(ThemeColor::TextMuted));
    painter->drawText(
        words.adjusted(used, 0, 0, 0), Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
        QFontMetrics(small).elidedText(index.data(DetailRole).toString(), Qt::ElideRight, words.width() - used));
    painter->restore();
}

}
