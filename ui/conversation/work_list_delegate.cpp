#include "ui/conversation/work_list_delegate.h"

#include "ui/conversation/work_list_model.h"
#include "ui/shared/theme.h"
#include "ui/shared/tag.h"
#include "ui/shared/tier_chip.h"

#include <QAbstractItemView>
#include <QPainter>

namespace signalbox {

WorkListDelegate::WorkListDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) { }

QSize WorkListDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool title = index.data(WorkListModel::SectionRole).toBool();
    return {option.rect.width(), title ? m_theme.px(40) : m_theme.px(52)};
}

void WorkListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(WorkListModel::SectionRole).toBool()) {
        painter->setFont(m_theme.font(TextStyle::SectionLabel));
        painter->setPen(m_theme.color(ThemeColor::TextMuted));
        const QRect box = option.rect.adjusted(m_theme.px(20), m_theme.px(10), -m_theme.px(16), 0);
        painter->drawText(box, Qt::AlignVCenter | Qt::TextSingleLine, index.data().toString());
        if (index.data(WorkListModel::LaterRole).toBool())
            paintLater(painter, option, box);
    } else {
        paintConversation(painter, option, index);
    }
    painter->restore();
}

// The line that shows and hides what is due later: a chevron, and a ring when it has the keyboard.
void WorkListDelegate::paintLater(QPainter* painter, const QStyleOptionViewItem& option, const QRect& box) const
{
    const int side = m_theme.px(16);
    const auto* list = qobject_cast<const QAbstractItemView*>(option.widget);
    const auto* model = list ? qobject_cast<const WorkListModel*>(list->model()) : nullptr;
    const QString icon
        = model && model->laterShown() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
    const QRect at(box.right() - side, box.center().y() - side / 2, side, side);
    painter->drawPixmap(at, m_theme.pixmap(icon, ThemeColor::TextMuted, side, painter->device()->devicePixelRatioF()));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_theme.color(ThemeColor::Focus), 2));
        painter->setBrush(Qt::NoBrush);
        const QRectF ring = QRectF(option.rect).adjusted(m_theme.px(8) + 1, m_theme.px(6), -m_theme.px(8) - 1, -1);
        painter->drawRoundedRect(ring, m_theme.px(6), m_theme.px(6));
    }
}

void WorkListDelegate::paintConversation(QPainter* painter, const QStyleOptionViewItem& option,
                                         const QModelIndex& index) const
{
    const auto px = [this](int length) { return m_theme.px(length); };
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool unread = index.data(WorkListModel::UnreadRole).toBool();
    const QRect row = option.rect.adjusted(px(8), 0, -px(8), 0);
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
    const int rank = index.data(WorkListModel::TierRankRole).toInt();
    if (rank >= 0)
        paintTierShape(*painter, QRectF(row.left() + px(10), row.top() + px(17), px(14), px(14)), m_theme, rank);

    const QRect words = row.adjusted(px(32), px(8), -px(12), -px(8));
    const QRect first(words.left(), words.top(), words.width(), m_theme.lineHeight(TextStyle::Body));
    const QRect second(words.left(), first.bottom() + 1, words.width(), m_theme.lineHeight(TextStyle::Secondary));
    const QFont small = m_theme.font(TextStyle::Secondary);
    const QString age = index.data(WorkListModel::AgeRole).toString();
    painter->setFont(small);
    const bool late = index.data(WorkListModel::LateRole).toBool();
    painter->setPen(m_theme.color(late ? ThemeColor::Bad : unread ? ThemeColor::Accent : ThemeColor::TextMuted));
    painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter, age);
    int right = first.right() - QFontMetrics(small).horizontalAdvance(age) - px(8);
    if (const TagLook tag{
            index.data(WorkListModel::OriginRole).toString(), {}, ThemeColor::TextMuted, ThemeColor::Track};
        !tag.text.isEmpty()) {
        const int width = tagSize(m_theme, tag).width();
        paintTag(*painter, QRect(right - width, first.top(), width, first.height()), m_theme, tag);
        right -= width + px(6);
    }
    const QFont name = m_theme.font(TextStyle::BodyStrong);
    painter->setFont(name);
    painter->setPen(m_theme.color(ThemeColor::Text));
    painter->drawText(first, Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(name).elidedText(index.data().toString(), Qt::ElideRight, right - first.left()));

    const int dot = unread ? px(16) : 0;
    painter->setFont(small);
    painter->setPen(m_theme.color(unread ? ThemeColor::Text : ThemeColor::TextMuted));
    painter->drawText(second, Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(small).elidedText(index.data(WorkListModel::PreviewRole).toString(), Qt::ElideRight,
                                                     second.width() - dot));
    if (unread) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(ThemeColor::Accent));
        painter->drawEllipse(QRectF(second.right() - px(8), second.center().y() - px(3), px(8), px(8)));
    }
}

}
