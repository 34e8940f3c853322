#include "ui/live/floor_tree_delegate.h"

#include "ui/shared/bars.h"
#include "ui/shared/format_text.h"
#include "ui/shared/presence_shape.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/tier_chip.h"

#include <QPainter>
#include <QTreeView>

namespace signalbox {

using namespace Qt::StringLiterals;

FloorTreeDelegate::FloorTreeDelegate(Theme& theme, const FloorTreeModel& model, const QTreeView& view, QObject* parent)
    : QAbstractItemDelegate(parent), m_theme(theme), m_model(model), m_view(view)
{
}

QSize FloorTreeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_theme.px(60), m_theme.px(34)};
}

int FloorTreeDelegate::chevronWidth() const { return m_theme.px(16 + 20); }

void FloorTreeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect all = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    const bool hand = m_model.lineAt(index) == FloorLine::Hand;
    painter->fillRect(all,
                      m_theme.color(selected                                     ? ThemeColor::Selection
                                        : option.state & QStyle::State_MouseOver ? ThemeColor::Hover
                                        : hand                                   ? ThemeColor::NoteTint
                                                                                 : ThemeColor::Panel));
    painter->fillRect(all.x(), all.bottom(), all.width(), 1, m_theme.color(ThemeColor::Line));
    const auto column = FloorColumn(index.column());
    if (selected && column == FloorColumn::Who)
        painter->fillRect(all.x(), all.y(), 3, all.height() - 1, m_theme.color(ThemeColor::Accent));
    const QRect box = all.adjusted(m_theme.px(column == FloorColumn::Who ? 16 : 8), 0,
                                   -m_theme.px(column == FloorColumn::Oldest ? 16 : 4), -1);
    switch (column) {
    case FloorColumn::Who:
        paintWho(*painter, box, index);
        break;
    case FloorColumn::Places:
        paintPlaces(*painter, box, index);
        break;
    case FloorColumn::Oldest:
        if (const auto left = m_model.countdownAt(index))
            paintCountdown(*painter, box, m_theme, *left);
        break;
    case FloorColumn::State:
    case FloorColumn::Place:
    case FloorColumn::Channel:
    case FloorColumn::Count_:
        paintText(*painter, box, TextStyle::Body,
                  hand && column == FloorColumn::State ? ThemeColor::Note : ThemeColor::TextMuted,
                  m_model.words(index, column));
        break;
    }
}

void FloorTreeDelegate::paintWho(QPainter& painter, QRect box, const QModelIndex& index) const
{
    const FloorLine line = m_model.lineAt(index);
    const int icon = m_theme.px(16);
    const auto picture = [&](const QString& name, ThemeColor color) {
        painter.drawPixmap(box.x(), box.y() + (box.height() - icon) / 2,
                           m_theme.pixmap(name, color, icon, ratioOf(painter)));
    };
    if (line == FloorLine::Hand) {
        picture(u"flag"_s, ThemeColor::Note);
        paintText(painter, box.adjusted(m_theme.px(24), 0, 0, 0), TextStyle::BodyStrong, ThemeColor::Note,
                  m_model.words(index, FloorColumn::Who));
        return;
    }
    if (line == FloorLine::Agent) {
        const QModelIndex row = index.siblingAtColumn(0);
        if (m_model.rowCount(row) > 0)
            picture(m_view.isExpanded(row) ? u"chevron-down"_s : u"chevron-right"_s, ThemeColor::TextMuted);
        const AgentOnScreen* agent = m_model.agentAt(index);
        const Presence presence = agent ? agent->presence : Presence::Offline;
        paintPresence(painter, QRectF(box.x() + m_theme.px(24), box.y(), m_theme.px(8), box.height()), m_theme,
                      presence);
        paintText(painter, box.adjusted(m_theme.px(40), 0, 0, 0), TextStyle::BodyStrong,
                  presence == Presence::Offline ? ThemeColor::TextMuted : ThemeColor::Text,
                  m_model.words(index, FloorColumn::Who));
        return;
    }
    const Conversation* conversation = m_model.conversationAt(index);
    if (!conversation)
        return;
    const QString name = m_model.words(index, FloorColumn::Who);
    const QRect words = box.adjusted(m_theme.px(40), 0, 0, 0);
    paintText(painter, words, TextStyle::Body, ThemeColor::Text, name);
    const int used = QFontMetrics(m_theme.font(TextStyle::Body)).horizontalAdvance(name) + m_theme.px(8);
    if (words.width() - used > m_theme.px(40))
        paintText(painter, words.adjusted(used, 0, 0, 0), TextStyle::Body, ThemeColor::TextMuted,
                  signalbox::line(conversation->company, 80));
}

void FloorTreeDelegate::paintPlaces(QPainter& painter, const QRect& box, const QModelIndex& index) const
{
    if (const Conversation* conversation = m_model.conversationAt(index)) {
        paintTierChip(painter, box, m_theme, {conversation->tierRank, m_model.words(index, FloorColumn::Places), {}},
                      TierChipSize::Code);
        return;
    }
    const AgentOnScreen* agent = m_model.agentAt(index);
    if (agent && (agent->presence != Presence::Offline || agent->placesUsed > 0))
        paintLoad(painter, box.adjusted(0, 0, -std::max(0, box.width() - m_theme.px(112)), 0), m_theme,
                  {agent->placesUsed, agent->agent.capacity});
}

void FloorTreeDelegate::paintText(QPainter& painter, const QRect& box, TextStyle style, ThemeColor color,
                                  const QString& text) const
{
    const QFont font = m_theme.font(style);
    painter.setFont(font);
    painter.setPen(m_theme.color(color));
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width()));
}

}
