#include "ui/alerts/alert_delegate.h"

#include "ui/alerts/alert_list_model.h"
#include "ui/alerts/alert_words.h"
#include "ui/shared/style_paint.h"

#include <QPainter>
#include <QStyleOptionViewItem>

#include <algorithm>

namespace signalbox {
namespace {

// Cut where there is no room; returns the room it took.
int write(QPainter& painter, const QRect& box, const QFont& font, const QColor& color, const QString& words,
          Qt::Alignment at = Qt::AlignLeft)
{
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(words, Qt::ElideRight, box.width());
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(box, int(at | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    return metrics.horizontalAdvance(shown);
}

// Why nobody was told, and what I said of it.
QString thirdLine(const QModelIndex& index)
{
    QStringList parts{index.data(AlertListModel::HeldBackRole).toString(),
                      index.data(AlertListModel::LabelRole).toString()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

}

AlertDelegate::AlertDelegate(const Theme& theme, const AlertListModel& alerts, const ConsoleModel& model,
                             QObject* parent)
    : QAbstractItemDelegate(parent), m_theme(theme), m_alerts(alerts), m_model(model)
{
}

int AlertDelegate::headingHeight(const QModelIndex& index) const
{
    return index.data(AlertListModel::HeadingRole).toString().isEmpty() ? 0 : m_theme.px(32);
}

QSize AlertDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int second = m_theme.lineHeight(TextStyle::Secondary);
    const int lines = std::max(m_theme.px(20), m_theme.lineHeight(TextStyle::Body)) + second
        + (thirdLine(index).isEmpty() ? 0 : second);
    return {m_theme.px(200), headingHeight(index) + lines + m_theme.px(18)};
}

void AlertDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect row = option.rect;
    if (const int height = headingHeight(index)) {
        write(*painter, QRect(row.x() + m_theme.px(16), row.y(), row.width() - m_theme.px(32), height),
              m_theme.font(TextStyle::SectionLabel), m_theme.color(ThemeColor::TextMuted),
              index.data(AlertListModel::HeadingRole).toString());
        row.setTop(row.top() + height);
    }
    paintBack(*painter, row, option);
    const QRect words = row.adjusted(m_theme.px(16), m_theme.px(8), -m_theme.px(16), -m_theme.px(8));
    const int firstHeight = std::max(m_theme.px(20), m_theme.lineHeight(TextStyle::Body));
    const int secondHeight = m_theme.lineHeight(TextStyle::Secondary);
    const QRect second(words.x(), words.y() + firstHeight + m_theme.px(2), words.width(), secondHeight);
    paintFirst(*painter, QRect(words.topLeft(), QSize(words.width(), firstHeight)), index);
    paintWho(*painter, second, index);
    if (const QString third = thirdLine(index); !third.isEmpty())
        write(*painter, second.translated(0, secondHeight), m_theme.font(TextStyle::Secondary),
              m_theme.color(ThemeColor::TextMuted), third);
    painter->restore();
}

void AlertDelegate::paintBack(QPainter& painter, const QRect& row, const QStyleOptionViewItem& option) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(row, m_theme.color(selected ? ThemeColor::Selection : ThemeColor::Hover));
    if (selected)
        painter.fillRect(row.x(), row.y(), 3, row.height() - 1, m_theme.color(ThemeColor::Accent));
    if (option.state.testFlag(QStyle::State_HasFocus) && selected)
        paintFocusRing(painter, row.adjusted(1, 1, -1, -2), m_theme);
    painter.fillRect(row.x(), row.bottom(), row.width(), 1, m_theme.color(ThemeColor::Line));
}

void AlertDelegate::paintFirst(QPainter& painter, QRect line, const QModelIndex& index) const
{
    const QFont small = m_theme.font(TextStyle::Secondary);
    const int age = write(painter, line, small, m_theme.color(ThemeColor::TextMuted),
                          index.data(AlertListModel::AgeRole).toString(), Qt::AlignRight);
    line.setRight(line.right() - age - m_theme.px(12));
    if (const TierLabel tier = alertTier(m_alerts.alertAt(index.row()), m_model); !tier.code.isEmpty()) {
        paintTierChip(painter, line, m_theme, tier, TierChipSize::Code);
        line.setLeft(line.left() + tierChipSize(m_theme, tier, TierChipSize::Code).width() + m_theme.px(8));
    }
    const bool waits = index.data(AlertListModel::WaitsRole).toBool();
    const QColor ink = m_theme.color(ThemeColor::Text);
    QRect title = line;
    title.setWidth(line.width() * 3 / 5);
    const int used = write(painter, title, m_theme.font(waits ? TextStyle::BodyStrong : TextStyle::Body), ink,
                           index.data().toString());
    write(painter, line.adjusted(used + m_theme.px(8), 0, 0, 0), m_theme.font(TextStyle::Body),
          m_theme.color(ThemeColor::TextMuted), index.data(AlertListModel::VisitorRole).toString());
}

void AlertDelegate::paintWho(QPainter& painter, const QRect& line, const QModelIndex& index) const
{
    const QFont small = m_theme.font(TextStyle::Secondary);
    const bool escalated = m_alerts.alertAt(index.row()).escalated;
    QRect right = line;
    right.setLeft(line.left() + line.width() * 2 / 5);
    const QString state = index.data(AlertListModel::StateRole).toString();
    const int used = state.isEmpty() ? 0
                                     : m_theme.px(12)
            + write(painter, right, small, m_theme.color(escalated ? ThemeColor::Warn : ThemeColor::TextMuted), state,
                    Qt::AlignRight);
    write(painter, line.adjusted(0, 0, -used, 0), small, m_theme.color(ThemeColor::TextMuted),
          index.data(AlertListModel::OwnerRole).toString());
}

}
