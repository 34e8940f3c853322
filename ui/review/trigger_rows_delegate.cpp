#include "ui/review/trigger_rows_delegate.h"

#include "ui/review/review_words.h"
#include "ui/review/trigger_rows_model.h"
#include "ui/shared/digits.h"
#include "ui/shared/style_paint.h"

#include <QPainter>

namespace signalbox {
namespace {

constexpr int roomForInterval = 560;

}

TriggerRowsDelegate::TriggerRowsDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

QSize TriggerRowsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), m_theme.px(34)};
}

ThemeColor TriggerRowsDelegate::colorOf(const TriggerRow& row) const
{
    if (row.figures.isThin())
        return ThemeColor::TextMuted;
    return row.figures.precision.value < alertGoal ? ThemeColor::Warn : ThemeColor::Accent;
}

void TriggerRowsDelegate::paintInterval(QPainter& painter, const QRect& box, const TriggerRow& row) const
{
    const qreal middle = box.center().y() + 0.5;
    const auto x = [&](double share) { return box.left() + share * box.width(); };
    painter.setPen(QPen(m_theme.color(ThemeColor::Track), 2));
    painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle));
    painter.setPen(QPen(m_theme.color(ThemeColor::Control), 1, Qt::DotLine));
    painter.drawLine(QPointF(x(alertGoal), box.top()), QPointF(x(alertGoal), box.bottom()));
    const AlertFigures& figures = row.figures;
    if (figures.judged() == 0)
        return;
    const QColor color = m_theme.color(colorOf(row));
    const qreal half = m_theme.px(5);
    painter.setPen(QPen(color, 2));
    painter.drawLine(QPointF(x(figures.precision.low), middle), QPointF(x(figures.precision.high), middle));
    for (const double end : {figures.precision.low, figures.precision.high})
        painter.drawLine(QPointF(x(end), middle - half), QPointF(x(end), middle + half));
    if (figures.isThin())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(x(figures.precision.value), middle), m_theme.px(4), m_theme.px(4));
}

void TriggerRowsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* const model = qobject_cast<const TriggerRowsModel*>(index.model());
    if (!model)
        return;
    const TriggerRow& row = model->at(index.row());
    const auto px = [this](int length) { return m_theme.px(length); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, m_theme.color(selected ? ThemeColor::Selection : ThemeColor::Hover));
    if (selected)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(px(3), option.rect.height())),
                          m_theme.color(ThemeColor::Accent));
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, option.rect, m_theme);
    const QRect box = option.rect.adjusted(px(20), 0, -px(20), 0);
    const QFont body = m_theme.font(TextStyle::Body), strong = m_theme.font(TextStyle::BodyStrong);
    const QFont small = m_theme.font(TextStyle::Secondary);
    const int range = px(120), share = px(48), interval = std::min(px(200), box.width() / 3), counted = px(72);
    QRect rest = box;
    const auto right = [&](int width) {
        QRect part(rest.right() + 1 - width, rest.top(), width, rest.height());
        rest.setRight(part.left() - 1 - px(8));
        return part;
    };
    const AlertFigures& figures = row.figures;
    painter->setPen(m_theme.color(ThemeColor::TextMuted));
    paintDigits(*painter, right(range), Qt::AlignRight, small,
                figures.isThin() ? whyThin(figures) : rangeWords(figures.precision));
    painter->setPen(m_theme.color(figures.isThin()                       ? ThemeColor::TextMuted
                                      : colorOf(row) == ThemeColor::Warn ? ThemeColor::Warn
                                                                         : ThemeColor::Text));
    paintDigits(*painter, right(share), Qt::AlignRight, strong, shareOrDash(figures));
    if (box.width() >= px(roomForInterval))   // else its numbers have to do
        paintInterval(*painter, right(interval).adjusted(px(8), px(9), -px(8), -px(9)), row);
    painter->setPen(m_theme.color(ThemeColor::TextMuted));
    paintDigits(*painter, right(counted), Qt::AlignRight, body,
                TriggerRowsModel::tr("%1 of %2").arg(figures.truths).arg(figures.judged()));
    painter->setPen(m_theme.color(row.isChannel() ? ThemeColor::TextMuted : ThemeColor::Text));
    const QFont& nameFont = selected && !row.isChannel() ? strong : body;
    painter->setFont(nameFont);
    const QRect name = rest.adjusted(row.isChannel() ? px(16) : 0, 0, 0, 0);
    painter->drawText(name, Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(nameFont).elidedText(row.name, Qt::ElideRight, name.width()));
    painter->restore();
}

}
