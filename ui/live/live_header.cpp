#include "ui/live/live_header.h"

#include "ui/live/live_model.h"
#include "ui/shared/style_paint.h"

#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

LiveHeader::LiveHeader(Theme& theme, const LiveModel& model, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent), m_theme(theme), m_model(model)
{
}

void LiveHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    painter->fillRect(rect, m_theme.color(ThemeColor::Raised));
    painter->fillRect(rect.x(), rect.bottom(), rect.width(), 1, m_theme.color(ThemeColor::Line));
    const auto column = LiveColumn(section);
    const bool right = column >= LiveColumn::Waiting;
    const QRect box = rect.adjusted(m_theme.px(column == LiveColumn::Tier ? 16 : 8), 0,
                                    -m_theme.px(column == LiveColumn::Worth ? 16 : 4), -1);
    const QString words = m_model.headerData(section, Qt::Horizontal).toString();
    painter->setFont(m_theme.font(TextStyle::Secondary));
    painter->setPen(m_theme.color(ThemeColor::TextMuted));
    painter->drawText(box, (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine, words);
    const bool usual = column == LiveColumn::Tier && m_model.sortOrder() == Qt::AscendingOrder;
    if (m_model.sortColumn() != column || usual)
        return;
    const int size = m_theme.px(12);
    const int width = painter->fontMetrics().horizontalAdvance(words) + m_theme.px(4);
    const int x = right ? box.right() + 1 - width - size : box.x() + width;
    painter->drawPixmap(x, box.y() + (box.height() - size) / 2,
                        m_theme.pixmap(m_model.sortOrder() == Qt::AscendingOrder ? u"arrow-up"_s : u"arrow-down"_s,
                                       ThemeColor::Accent, size, ratioOf(*painter)));
}

}
