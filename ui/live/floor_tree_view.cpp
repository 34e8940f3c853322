#include "ui/live/floor_tree_view.h"

#include "ui/live/floor_actions.h"
#include "ui/live/floor_tree_delegate.h"
#include "ui/shared/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

FloorTreeView::FloorTreeView(const PageContext& context, FloorTreeModel& model, QWidget* parent)
    : QTreeView(parent), m_context(context), m_model(model)
{
    setObjectName(u"floorTree"_s);
    setAccessibleName(tr("The floor: agents and their conversations"));
    setModel(&model);
    m_delegate = new FloorTreeDelegate(context.theme, model, *this, this);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    setAllColumnsShowFocus(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    header()->setSectionsMovable(false);
    header()->setSectionsClickable(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setStretchLastSection(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_actions = new FloorActions(context, *this);
    connect(m_actions, &FloorActions::opened, this, &FloorTreeView::opened);
    connect(m_actions, &FloorActions::refused, this, &FloorTreeView::refused);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &FloorTreeView::tellActions);
    connect(&context.theme, &Theme::changed, this, &FloorTreeView::applyTheme);
    applyTheme();
}

void FloorTreeView::applyTheme()
{
    header()->setFixedHeight(m_context.theme.px(28));
    doItemsLayout();
    layOutColumns();
}

void FloorTreeView::layOutColumns()
{
    const Theme& theme = m_context.theme;
    const int width = viewport()->width();
    const bool channels = width >= theme.px(760);
    const bool places = width >= theme.px(620);
    setColumnHidden(int(FloorColumn::Channel), !channels);
    setColumnHidden(int(FloorColumn::Place), !places);
    const int oldest = theme.px(138);
    const int load = theme.px(124);
    const int channel = channels ? theme.px(150) : 0;
    const int place = places ? theme.px(120) : 0;
    const int rest = std::max(theme.px(240), width - oldest - load - channel - place);
    setColumnWidth(int(FloorColumn::Who), rest * 9 / 20);
    setColumnWidth(int(FloorColumn::State), rest - rest * 9 / 20);
    setColumnWidth(int(FloorColumn::Place), place);
    setColumnWidth(int(FloorColumn::Places), load);
    setColumnWidth(int(FloorColumn::Channel), channel);
    setColumnWidth(int(FloorColumn::Oldest), oldest);
}

void FloorTreeView::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    layOutColumns();
}

void FloorTreeView::repaintTimes() { viewport()->update(); }

void FloorTreeView::select(const AgentId& agent)
{
    const QModelIndex at = m_model.indexOf(agent);
    if (!at.isValid())
        return;
    setCurrentIndex(at);
    expand(at);
    scrollTo(at);
}

void FloorTreeView::select(const ConversationId& conversation)
{
    const QModelIndex at = m_model.indexOf(conversation);
    if (!at.isValid())
        return;
    if (at.parent().isValid())
        expand(at.parent());
    setCurrentIndex(at);
    scrollTo(at);
}

void FloorTreeView::tellActions()
{
    const QModelIndex current = currentIndex();
    if (const Conversation* conversation = current.isValid() ? m_model.conversationAt(current) : nullptr)
        m_actions->choose(conversation->id);
    else if (const AgentOnScreen* agent = current.isValid() ? m_model.agentAt(current) : nullptr)
        m_actions->choose(agent->agent.id);
    else
        m_actions->choose(ConversationId{});
}

void FloorTreeView::openCurrent()
{
    const QModelIndex current = currentIndex().siblingAtColumn(0);
    if (!current.isValid())
        return;
    if (const Conversation* conversation = m_model.conversationAt(current))
        Q_EMIT opened(conversation->id);
    else
        setExpanded(current, !isExpanded(current));
}

void FloorTreeView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        openCurrent();
    else if (event->key() == Qt::Key_Slash)
        event->ignore();   // the page goes to the filter
    else
        QTreeView::keyPressEvent(event);
}

void FloorTreeView::mousePressEvent(QMouseEvent* event)
{
    QTreeView::mousePressEvent(event);
    const QModelIndex at = indexAt(event->pos());
    const bool agent = at.isValid() && m_model.lineAt(at) == FloorLine::Agent;
    if (agent && event->button() == Qt::LeftButton && event->pos().x() < m_delegate->chevronWidth())
        setExpanded(at.siblingAtColumn(0), !isExpanded(at.siblingAtColumn(0)));
}

void FloorTreeView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (indexAt(event->pos()).isValid() && event->pos().x() >= m_delegate->chevronWidth())
        openCurrent();
}

void FloorTreeView::paintEvent(QPaintEvent* event)
{
    QTreeView::paintEvent(event);
    const QModelIndex current = currentIndex();
    if (!hasFocus() || !current.isValid() || !window()->testAttribute(Qt::WA_KeyboardFocusChange))
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(m_context.theme.color(ThemeColor::Focus), 2));
    const QRect first = visualRect(current.siblingAtColumn(0));
    painter.drawRect(QRect(1, first.y() + 1, viewport()->width() - 2, first.height() - 3));
}

void FloorTreeView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex at = byKey ? currentIndex() : indexAt(event->pos());
    if (!at.isValid())
        return;
    setCurrentIndex(at.siblingAtColumn(0));
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"floorMenu"_s);
    m_actions->addTo(*menu);
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(at).bottomLeft()) : event->globalPos());
}

}
