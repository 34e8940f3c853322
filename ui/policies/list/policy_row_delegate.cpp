#include "ui/policies/list/policy_row_delegate.h"

#include "ui/policies/list/policy_rows_model.h"
#include "ui/shared/bars.h"
#include "ui/shared/digits.h"
#include "ui/shared/format_text.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/theme.h"
#include "ui/shared/tier_chip.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace signalbox {
namespace {

using Rows = PolicyRowsModel;

bool isOn(const QModelIndex& index) { return index.data(Qt::CheckStateRole).toInt() == Qt::Checked; }

// "4.1 %": with one digit behind the point, as small shares are what is compared here.
QString formatShare(double share)
{
    return QStringLiteral("%1 %").arg(QLocale(QLocale::English).toString(share * 100, 'f', 1));
}

bool hasNotes(const QModelIndex& index)
{
    return !index.data(Rows::ProblemRole).toString().isEmpty() || !index.data(Rows::ChangeRole).toString().isEmpty()
        || !index.data(Rows::GroupTitleRole).toString().isEmpty();
}

}

PolicyRowDelegate::PolicyRowDelegate(const Theme& theme, QWidget* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_shape(new QWidget(parent))
{
    m_shape->setProperty("switch", true);
    m_shape->hide();
}

QSize PolicyRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int lines = m_theme.lineHeight(TextStyle::Body) + 2 * m_theme.lineHeight(TextStyle::Secondary);
    return {option.rect.width(), lines + m_theme.px(13)};
}

QRect PolicyRowDelegate::gripRect(const QRect& row) const
{
    return {row.left() + m_theme.px(4), row.top(), m_theme.px(24), row.height()};
}

QRect PolicyRowDelegate::switchRect(const QRect& row) const
{
    return QRect(row.left() + m_theme.px(30), row.center().y() - m_theme.px(8), m_theme.px(28), m_theme.px(16));
}

void PolicyRowDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const
{
    const QRect row = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(row, m_theme.color(selected ? ThemeColor::Selection : ThemeColor::Hover));
    if (const QVariant color = index.data(Rows::GroupColorRole); color.isValid())
        painter.fillRect(QRect(row.left() + m_theme.px(selected ? 4 : 0), row.top(), m_theme.px(3), row.height()),
                         m_theme.color(ThemeColor(color.toInt())));
    if (selected)
        painter.fillRect(QRect(row.left(), row.top(), m_theme.px(3), row.height()), m_theme.color(ThemeColor::Accent));
    painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), m_theme.color(ThemeColor::Line));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(m_theme.color(ThemeColor::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(row.adjusted(1, 1, -1, -2));
    }
}

void PolicyRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(Qt::LeftToRight);
    paintGround(*painter, option, index);
    const QRect row = option.rect;
    const int grip = m_theme.px(14);
    painter->drawPixmap(
        centered(gripRect(row), grip).topLeft(),
        m_theme.pixmap(QStringLiteral("grip"), ThemeColor::TextMuted, grip, painter->device()->devicePixelRatioF()));
    QStyleOptionButton knob;
    knob.rect = switchRect(row);
    knob.state = QStyle::State_Enabled | (isOn(index) ? QStyle::State_On : QStyle::State_Off);
    QApplication::style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &knob, painter, m_shape);
    const int trafficWidth = m_theme.px(64);
    painter->setPen(m_theme.color(isOn(index) ? ThemeColor::Text : ThemeColor::TextMuted));
    paintDigits(*painter, QRectF(row.left() + m_theme.px(60), row.top(), m_theme.px(26), row.height()),
                Qt::AlignRight | Qt::AlignVCenter, m_theme.font(TextStyle::Body),
                index.data(Rows::NumberRole).toString());
    const int left = row.left() + m_theme.px(94);
    const int right = row.right() - m_theme.px(15);
    paintWords(*painter, QRect(left, row.top(), right - trafficWidth - m_theme.px(12) - left, row.height() - 1), index);
    paintTraffic(*painter, QRect(right - trafficWidth, row.top(), trafficWidth, row.height() - 1), index);
    painter->restore();
}

void PolicyRowDelegate::paintWords(QPainter& painter, QRect words, const QModelIndex& index) const
{
    const bool on = isOn(index);
    const int first = m_theme.lineHeight(TextStyle::Body);
    const int second = m_theme.lineHeight(TextStyle::Secondary);
    const bool notes = hasNotes(index);
    int top = words.center().y() - (first + second + (notes ? second : 0)) / 2 + 1;
    QRect title(words.left(), top, words.width(), first);
    if (const int rank = index.data(Rows::TierRankRole).toInt(); rank >= 0) {
        paintTierShape(painter, QRectF(title.left(), title.top(), m_theme.px(12), title.height()), m_theme, rank);
        title.setLeft(title.left() + m_theme.px(17));
    }
    const QFont strong = m_theme.font(TextStyle::BodyStrong);
    painter.setFont(strong);
    painter.setPen(m_theme.color(on ? ThemeColor::Text : ThemeColor::TextMuted));
    painter.drawText(title, Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(strong).elidedText(index.data().toString(), Qt::ElideRight, title.width()));
    const QFont small = m_theme.font(TextStyle::Secondary);
    painter.setFont(small);
    painter.setPen(m_theme.color(ThemeColor::TextMuted));
    const QRect outcome(words.left(), top + first, words.width(), second);
    painter.drawText(
        outcome, Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(small).elidedText(index.data(Rows::OutcomeRole).toString(), Qt::ElideRight, outcome.width()));
    if (notes)
        paintNotes(painter, QRect(words.left(), outcome.bottom() + 1, words.width(), second), index);
}

// Problem, then change, then group: as many as there is room for.
void PolicyRowDelegate::paintNotes(QPainter& painter, QRect line, const QModelIndex& index) const
{
    const QFontMetrics metrics(painter.font());
    const auto note = [&](const QString& icon, const QString& text, ThemeColor color) {
        if (text.isEmpty() || line.width() < m_theme.px(40))
            return;
        const int size = m_theme.px(13);
        const int gap = m_theme.px(4);
        if (!icon.isEmpty()) {
            painter.drawPixmap(QRect(line.left(), line.center().y() - size / 2, size, size),
                               m_theme.pixmap(icon, color, size, painter.device()->devicePixelRatioF()));
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(color));
            painter.drawRoundedRect(
                QRectF(line.left() + 2, line.center().y() - m_theme.px(4) + 1, m_theme.px(8), m_theme.px(8)), 2, 2);
        }
        line.setLeft(line.left() + size + gap);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, line.width());
        painter.setPen(m_theme.color(color));
        painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, shown);
        line.setLeft(line.left() + metrics.horizontalAdvance(shown) + m_theme.px(10));
    };
    const bool bad = index.data(Rows::ProblemWeightRole).toInt() == int(Problem::Weight::Error);
    const bool stale = index.data(Rows::ProblemStaleRole).toBool();
    note(QStringLiteral("warning"), index.data(Rows::ProblemRole).toString(),
         stale     ? ThemeColor::TextMuted
             : bad ? ThemeColor::Bad
                   : ThemeColor::Warn);
    note(QStringLiteral("edit"), index.data(Rows::ChangeRole).toString(), ThemeColor::Accent);
    if (const QVariant color = index.data(Rows::GroupColorRole); color.isValid())
        note({}, index.data(Rows::GroupTitleRole).toString(), ThemeColor(color.toInt()));
}

void PolicyRowDelegate::paintTraffic(QPainter& painter, const QRect& box, const QModelIndex& index) const
{
    const int height = m_theme.lineHeight(TextStyle::Secondary);
    const QFont small = m_theme.font(TextStyle::Secondary);
    const QRect figure(box.left(), box.center().y() - height - m_theme.px(4), box.width(), height);
    const QVariant share = index.data(Rows::ShareRole);
    const QVariant today = index.data(Rows::TodayRole);
    painter.setPen(m_theme.color(isOn(index) ? ThemeColor::Text : ThemeColor::TextMuted));
    const QString words = !isOn(index) ? tr("Off")
        : share.isValid()              ? formatShare(share.toDouble())
                                       : QStringLiteral("—");
    paintDigits(painter, figure, Qt::AlignRight | Qt::AlignVCenter, small, words);
    if (share.isValid() || !isOn(index))
        paintBar(painter, QRectF(box.left(), figure.bottom() + m_theme.px(3), box.width(), m_theme.px(4)), m_theme,
             isOn(index) ? index.data(Rows::BarRole).toDouble() : 0, ThemeColor::Accent);
    if (!today.isValid() || !isOn(index) || today.toLongLong() == 0)
        return;
    painter.setPen(m_theme.color(ThemeColor::TextMuted));
    paintDigits(painter, QRectF(box.left(), figure.bottom() + m_theme.px(9), box.width(), height),
                Qt::AlignRight | Qt::AlignVCenter, m_theme.font(TextStyle::Small),
                tr("%1 today").arg(formatCount(today.toLongLong())));
}

}
