#include "ui/policies/policy_list_delegate.h"

#include "ui/policies/policy_list_model.h"
#include "ui/shared/digits.h"
#include "ui/shared/theme.h"
#include "ui/shared/tier_chip.h"

#include <QMouseEvent>
#include <QPainter>

namespace signalbox {

PolicyListDelegate::PolicyListDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

QSize PolicyListDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool changed = !index.data(PolicyListModel::ChangeRole).toString().isEmpty();
    return {option.rect.width(), m_theme.px(changed ? 68 : 56)};
}

QRect PolicyListDelegate::switchRect(const QRect& row) const
{
    return {row.left() + m_theme.px(30), row.center().y() - m_theme.px(8), m_theme.px(28), m_theme.px(16)};
}

void PolicyListDelegate::paintSwitch(QPainter* painter, const QRect& box, bool on) const
{
    const QRectF track = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->setPen(m_theme.color(on ? ThemeColor::Accent : ThemeColor::Control));
    painter->setBrush(m_theme.color(on ? ThemeColor::Accent : ThemeColor::Panel));
    painter->drawRoundedRect(track, track.height() / 2, track.height() / 2);
    const qreal knob = track.height() - m_theme.px(4);
    const qreal inset = m_theme.px(2);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(on ? ThemeColor::AccentText : ThemeColor::Control));
    painter->drawEllipse(QRectF(on ? track.right() - inset - knob : track.left() + inset, track.top() + inset, knob, knob));
}

void PolicyListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto px = [this](int length) { return m_theme.px(length); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(row, m_theme.color(selected ? ThemeColor::Selection : ThemeColor::Hover));
    if (selected)
        painter->fillRect(QRect(row.left(), row.top(), px(3), row.height()), m_theme.color(ThemeColor::Accent));
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), m_theme.color(ThemeColor::Line));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_theme.color(ThemeColor::Focus), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(row.adjusted(1, 1, -1, -2));
    }
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const int grip = px(14);
    painter->drawPixmap(QRect(row.left() + px(10), row.center().y() - grip / 2, grip, grip),
                        m_theme.pixmap(QStringLiteral("grip"), ThemeColor::TextMuted, grip, painter->device()->devicePixelRatioF()));
    paintSwitch(painter, switchRect(row), on);
    painter->setPen(m_theme.color(ThemeColor::TextMuted));
    paintDigits(*painter, QRectF(row.left() + px(62), row.top(), px(24), row.height()), Qt::AlignRight | Qt::AlignVCenter,
                m_theme.font(TextStyle::Body), index.data(PolicyListModel::NumberRole).toString());
    paintWords(painter, row.adjusted(px(96), px(8), -px(14), -px(8)), index);
    painter->restore();
}

void PolicyListDelegate::paintWords(QPainter* painter, const QRect& words, const QModelIndex& index) const
{
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    QRect first(words.left(), words.top(), words.width(), m_theme.lineHeight(TextStyle::Body));
    const QRect second(words.left(), first.bottom() + 1 + m_theme.px(2), words.width(), m_theme.lineHeight(TextStyle::Secondary));
    const QFont small = m_theme.font(TextStyle::Secondary);
    const QFontMetrics smallMetrics(small);
    if (const int rank = index.data(PolicyListModel::TierRankRole).toInt(); rank >= 0) {
        paintTierShape(*painter, QRectF(first.left(), first.top(), m_theme.px(12), first.height()), m_theme, rank);
        first.setLeft(first.left() + m_theme.px(18));
    }
    painter->setFont(small);
    painter->setPen(m_theme.color(ThemeColor::TextMuted));
    if (!on) {
        const QString off = tr("Off");
        painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter, off);
        first.setRight(first.right() - smallMetrics.horizontalAdvance(off) - m_theme.px(8));
    }
    painter->drawText(second, Qt::AlignVCenter | Qt::TextSingleLine,
                      smallMetrics.elidedText(index.data(PolicyListModel::OutcomeRole).toString(), Qt::ElideRight, second.width()));
    const QFont name = m_theme.font(TextStyle::BodyStrong);
    painter->setFont(name);
    painter->setPen(m_theme.color(on ? ThemeColor::Text : ThemeColor::TextMuted));
    painter->drawText(first, Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(name).elidedText(index.data().toString(), Qt::ElideRight, first.width()));
    const QString change = index.data(PolicyListModel::ChangeRole).toString();
    if (change.isEmpty())
        return;
    const QRect third(words.left(), second.bottom() + 1, words.width(), m_theme.lineHeight(TextStyle::Secondary));
    const int icon = m_theme.px(12);
    painter->drawPixmap(QRect(third.left(), third.center().y() - icon / 2, icon, icon),
                        m_theme.pixmap(QStringLiteral("edit"), ThemeColor::Accent, icon, painter->device()->devicePixelRatioF()));
    painter->setFont(small);
    painter->setPen(m_theme.color(ThemeColor::Accent));
    painter->drawText(third.adjusted(icon + m_theme.px(4), 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, change);
}

bool PolicyListDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const bool key = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    bool click = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const int reach = m_theme.px(6);
        click = mouse->button() == Qt::LeftButton && switchRect(option.rect).adjusted(-reach, -reach, reach, reach).contains(mouse->position().toPoint());
    }
    if (!key && !click)
        return false;
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

}
