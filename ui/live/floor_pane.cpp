#include "ui/live/floor_pane.h"

#include "ui/shared/bars.h"
#include "ui/shared/console_model.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/presence_shape.h"
#include "ui/shared/presence_words.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/themed.h"

#include <QAbstractItemDelegate>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

class FloorDelegate : public QAbstractItemDelegate {
public:
    FloorDelegate(const PageContext& context, const FloorModel& model, QObject* parent)
        : QAbstractItemDelegate(parent), m_context(context), m_theme(context.theme), m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const bool team = m_model.rowAt(index.row()).isTeam;
        return {0, m_theme.px(!team ? 28 : index.row() == 0 ? 28 : 34)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const FloorRow& row = m_model.rowAt(index.row());
        const QRect box = option.rect.adjusted(m_theme.px(16), 0, -m_theme.px(16), 0);
        if (!row.hand.empty())
            paintHand(*painter, option, row);
        else if (row.isTeam)
            paintTeam(*painter, box.adjusted(0, index.row() == 0 ? 0 : m_theme.px(6), 0, 0), row);
        else
            paintAgent(*painter, option, box, row);
    }

private:
    void paintHand(QPainter& painter, const QStyleOptionViewItem& option, const FloorRow& row) const
    {
        const QRect area = option.rect.adjusted(m_theme.px(8), m_theme.px(1), -m_theme.px(8), -m_theme.px(1));
        paintBox(painter, area, m_theme.px(6), m_theme.color(ThemeColor::NoteTint),
                 m_theme.color(ThemeColor::NoteEdge));
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
            paintFocusRing(painter, area, m_theme);
        const int icon = m_theme.px(14);
        painter.drawPixmap(area.x() + m_theme.px(6), area.y() + (area.height() - icon) / 2,
                           m_theme.pixmap(u"flag"_s, ThemeColor::Note, icon, ratioOf(painter)));
        const QRect words = area.adjusted(m_theme.px(26), 0, -m_theme.px(8), 0);
        const QFont font = m_theme.font(TextStyle::Body);
        painter.setFont(font);
        painter.setPen(m_theme.color(ThemeColor::Note));
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(font).elidedText(row.name, Qt::ElideRight, words.width()));
    }

    void paintTeam(QPainter& painter, const QRect& box, const FloorRow& row) const
    {
        painter.setPen(m_theme.color(ThemeColor::TextMuted));
        const QFont detail = m_theme.font(TextStyle::Secondary);
        const QString online = FloorPane::tr("%1 online").arg(row.online);
        painter.setFont(detail);
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, online);
        const QFont font = m_theme.font(TextStyle::SectionLabel);
        const int room = box.width() - QFontMetrics(detail).horizontalAdvance(online) - m_theme.px(8);
        painter.setFont(font);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(row.name, Qt::ElideRight, room));
    }

    void paintAgent(QPainter& painter, const QStyleOptionViewItem& option, const QRect& box, const FloorRow& row) const
    {
        const QRect area = option.rect.adjusted(m_theme.px(8), 0, -m_theme.px(8), 0);
        if (option.state & QStyle::State_MouseOver)
            paintBox(painter, area, m_theme.px(6), m_theme.color(ThemeColor::Hover), Qt::transparent);
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
            paintFocusRing(painter, area, m_theme);
        const bool online = row.agent.presence == Presence::Online;
        paintPresence(painter, QRectF(box.x(), box.y(), m_theme.px(8), box.height()), m_theme, row.agent.presence);
        int right = m_theme.px(44 + 12 + 44);
        if (online || row.agent.placesUsed > 0) {
            paintLoad(painter, box, m_theme, {row.agent.placesUsed, row.agent.agent.capacity});
        } else {
            const QString words = absence(row.agent);
            painter.setFont(m_theme.font(TextStyle::Secondary));
            painter.setPen(m_theme.color(ThemeColor::TextMuted));
            painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, words);
            right = painter.fontMetrics().horizontalAdvance(words) + m_theme.px(8);
        }
        const QFont font = m_theme.font(TextStyle::Body);
        const QRect name = box.adjusted(m_theme.px(16), 0, -right, 0);
        painter.setFont(font);
        painter.setPen(m_theme.color(online ? ThemeColor::Text : ThemeColor::TextMuted));
        painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(font).elidedText(row.name, Qt::ElideRight, name.width()));
    }

    QString absence(const AgentOnScreen& agent) const
    {
        AgentOnScreen withoutReason = agent;   // there is no room for it; the tooltip has it
        withoutReason.presenceReason.clear();
        return presenceSummary(withoutReason, m_context.model.deskSettings(), m_context.now());
    }

    const PageContext& m_context;
    Theme& m_theme;
    const FloorModel& m_model;
};

}

FloorPane::FloorPane(const PageContext& context, const FloorLoads& loads, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_model(context.model, loads),
      m_header(new PaneHeader(context.theme, tr("Agents"))),
      m_list(new QListView),
      m_empty(
          new EmptyState(context.theme, tr("Nobody works here yet. Add agents in Settings, under Agents and skills."))),
      m_free(new CardSection(context.theme, tr("Free places now")))
{
    setSurface(*this, context.theme, ThemeColor::Raised);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    m_list->setObjectName(u"agentsList"_s);
    m_list->setAccessibleName(tr("Agents"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new FloorDelegate(context, m_model, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addSpacing(context.theme.px(6));
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(newLine(context.theme));
    m_free->setLastInCard(true);
    column->addWidget(m_free);
    connect(&context.theme, &Theme::changed, m_list, &QListView::doItemsLayout);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) {
        const FloorRow row = m_model.rowAt(index.row());
        if (!row.hand.empty())
            Q_EMIT opened(row.hand);
        else if (!row.isTeam)
            Q_EMIT agentChosen(row.agent.agent.id);
    });
    refresh();
}

void FloorPane::refresh()
{
    m_model.refresh();
    m_list->viewport()->update();
    m_list->setVisible(m_model.all() > 0);
    m_empty->setVisible(m_model.all() == 0);
    m_header->setDetail(m_model.all() == 0 ? QString()
                                           : tr("%1 of %2 online").arg(m_model.online()).arg(m_model.all()));
    showFreePlaces();
}

void FloorPane::showFreePlaces()
{
    m_free->setVisible(!m_model.freePlaces().empty());
    if (m_model.freePlaces() == m_shownPlaces)
        return;
    m_shownPlaces = m_model.freePlaces();
    while (QLayoutItem* item = m_free->content()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const TeamPlaces& places : m_shownPlaces) {
        auto* row = new QWidget;
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(newLabel(places.team, m_context.theme, TextStyle::Secondary), 1);
        line->addWidget(newLabel(loadText({places.free, places.all}), m_context.theme, TextStyle::Secondary));
        m_free->content()->addWidget(row);
    }
}

void FloorPane::focusList() { m_list->setFocus(Qt::ShortcutFocusReason); }

}
