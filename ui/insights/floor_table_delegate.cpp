#include "ui/insights/floor_table_delegate.h"

#include "ui/insights/floor_table_model.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/theme.h"

#include <QPainter>

namespace signalbox {
namespace {

// So much of the accent at the largest that the text stays legible on it.
constexpr double mostHeat = 0.34;

QColor mixed(const QColor& ground, const QColor& over, double share)
{
    const auto part = [share](float a, float b) { return float(a + (b - a) * share); };
    return QColor::fromRgbF(part(ground.redF(), over.redF()), part(ground.greenF(), over.greenF()),
                            part(ground.blueF(), over.blueF()));
}

}

FloorTableDelegate::FloorTableDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

void FloorTableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    const bool whole = index.data(FloorTableModel::WholeRole).toBool();
    const QVariant heat = index.data(FloorTableModel::HeatRole);
    QColor ground = m_theme.color(whole ? ThemeColor::Raised : ThemeColor::Panel);
    if (heat.isValid())
        ground = mixed(ground, m_theme.color(ThemeColor::Accent), heat.toDouble() * mostHeat);
    if (selected)
        ground = m_theme.color(ThemeColor::Selection);
    else if (option.state & QStyle::State_MouseOver)
        ground = mixed(ground, m_theme.color(ThemeColor::Hover), 0.6);
    painter->fillRect(option.rect, ground);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      m_theme.color(ThemeColor::Line));
    const bool strong = index.data(FloorTableModel::MainRole).toBool();
    painter->setFont(m_theme.font(strong ? TextStyle::BodyStrong : TextStyle::Body));
    const bool muted = !strong && !heat.isValid() && !whole && index.column() > 0;
    painter->setPen(m_theme.color(muted ? ThemeColor::TextMuted : ThemeColor::Text));
    const QWidget* const view = option.widget;   // set in as the heading is
    const int side = view ? view->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, view) + 1 : 0;
    const QRect words = option.rect.adjusted(side, 0, -side, 0);
    painter->drawText(words, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(*painter, option.rect, m_theme);
    painter->restore();
}

}
