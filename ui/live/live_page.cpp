#include "ui/live/live_page.h"

#include "ui/live/floor_pane.h"
#include "ui/live/floor_room.h"
#include "ui/live/floor_tree_view.h"
#include "ui/live/list_pane.h"
#include "ui/live/live_view.h"
#include "ui/live/queues_pane.h"
#include "ui/shared/console_model.h"
#include "ui/shared/panes.h"
#include "ui/shared/ui_state.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int roomForAgents = 1300;   // narrower pages show the agents only when asked

}

LivePage::LivePage(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_model(context.model, context.now),
      m_splitter(newSplitter(Qt::Horizontal, u"liveSplitter"_s)),
      m_queues(new QueuesPane(m_context, m_figures)),
      m_centre(new QStackedWidget),
      m_list(new ListPane(m_context, m_model, m_figures)),
      m_floor(new FloorRoom(m_context, m_loads)),
      m_agents(new FloorPane(m_context, m_loads))
{
    ChangeSet known;
    for (const auto& [id, conversation] : context.model.conversations())
        known.conversations.push_back(conversation);
    m_scale = context.theme.textScale();
    m_figures.tick(context.now());
    m_figures.apply(known);
    m_loads.apply(known);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
    m_centre->addWidget(m_list);
    m_centre->addWidget(m_floor);
    for (QWidget* pane : std::initializer_list<QWidget*>{m_queues, m_centre, m_agents})
        m_splitter->addWidget(pane);
    m_splitter->setStretchFactor(1, 1);
    setWidths();
    m_splitter->restoreState(context.state.bytes(u"live/splitter"_s));
    connectParts();
    m_second.start(1000);
    tick();
}

LivePage::~LivePage() = default;

void LivePage::connectParts()
{
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_context.state.setBytes(u"live/splitter"_s, m_splitter->saveState()); });
    connect(&m_context.model, &ConsoleModel::changed, this, &LivePage::apply);
    connect(m_queues, &QueuesPane::chose, this, &LivePage::showChosen);
    connect(m_queues, &QueuesPane::countEverythingAsked, this, [this](bool everything) {
        m_figures.setCountEverything(everything);
        tick();
    });
    connect(m_list, &ListPane::opened, this, &LivePage::opened);
    connect(m_list, &ListPane::whyWanted, this, &LivePage::whyWanted);
    connect(m_floor, &FloorRoom::opened, this, &LivePage::opened);
    connect(m_agents, &FloorPane::opened, this, &LivePage::opened);
    connect(m_agents, &FloorPane::agentChosen, this, &LivePage::showAgent);
    connect(m_list->agentsToggle(), &QPushButton::toggled, this, &LivePage::placeAgents);
    connect(&m_context.theme, &Theme::changed, this, [this] {
        const double before = std::exchange(m_scale, m_context.theme.textScale());
        if (before != m_scale)
            setWidths();
    });
    connect(&m_second, &QTimer::timeout, this, &LivePage::tick);
}

void LivePage::showChosen(const QueueRow& chosen)
{
    const bool floor = chosen.kind == QueueRow::Kind::Floor;
    m_centre->setCurrentWidget(floor ? static_cast<QWidget*>(m_floor) : m_list);
    if (floor)
        m_floor->refresh();
    else
        m_list->showView(chosen.name, {chosen.view, chosen.queue, {}});
    placeAgents();
}

void LivePage::showFloor()
{
    m_queues->chooseFloor();
    m_floor->view()->setFocus(Qt::OtherFocusReason);
}

void LivePage::showAgent(const AgentId& agent)
{
    showFloor();
    m_floor->view()->select(agent);
}

void LivePage::showQueue(const QueueId& queue) { m_queues->chooseQueue(queue); }

void LivePage::apply(const ChangeSet& changes)
{
    m_figures.tick(m_context.now());
    m_figures.apply(changes);
    if (changes.rulebook) {
        const ConversationId kept = m_list->view()->currentConversation();
        m_model.reload();   // queues and tiers may have new names
        m_list->view()->select(kept);
    } else {
        m_model.apply(changes);
    }
    m_loads.apply(changes);
    refreshFloor();
    m_list->refresh();
    tellCounts();
}

void LivePage::refreshFloor()
{
    m_agents->refresh();
    if (m_centre->currentWidget() == m_floor)
        m_floor->refresh();
    m_queues->setHandsUp(int(m_loads.handsUp().size()));
    m_queues->refresh();
}

void LivePage::tick()
{
    m_figures.tick(m_context.now());
    if (isVisible())
        m_list->view()->repaintTimes();
    refreshFloor();
    m_list->refresh();
    tellCounts();
}

void LivePage::tellCounts()
{
    const int before = std::exchange(m_shownOver, overTarget());
    if (before != m_shownOver)
        Q_EMIT countsChanged();
    Q_EMIT ticked();
}

int LivePage::overTarget() const { return m_figures.all().overTarget; }

void LivePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeAgents();
}

void LivePage::setWidths()
{
    const Theme& theme = m_context.theme;
    m_queues->setMinimumWidth(theme.px(216));
    m_centre->setMinimumWidth(theme.px(520));
    m_agents->setMinimumWidth(theme.px(224));
    m_splitter->setSizes({theme.px(232), theme.px(1048), theme.px(248)});
    placeAgents();
}

void LivePage::placeAgents()
{
    const bool room = width() >= m_context.theme.px(roomForAgents);
    m_list->agentsToggle()->setVisible(!room);
    const bool floor = m_centre->currentWidget() == m_floor;   // which has the agents in its middle
    m_agents->setVisible(!floor && (room || m_list->agentsToggle()->isChecked()));
}

void LivePage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Slash)
        focusFilter();
    else if (event->key() == Qt::Key_F6)
        focusNextPane(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

void LivePage::focusFilter()
{
    if (m_centre->currentWidget() != m_list)
        m_queues->chooseAllWaiting();   // where there is a list to filter
    m_list->focusFilter();
}

void LivePage::focusNextPane(int step)
{
    const QList<QWidget*> panes{m_queues, m_centre, m_agents};
    qsizetype at = 0;
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (panes[i]->isAncestorOf(focusWidget()))
            at = i;
    do
        at = (at + step + panes.size()) % panes.size();
    while (!panes[at]->isVisible());
    if (panes[at] == m_queues)
        m_queues->focusList();
    else if (panes[at] == m_agents)
        m_agents->focusList();
    else if (m_centre->currentWidget() == m_floor)
        m_floor->view()->setFocus(Qt::ShortcutFocusReason);
    else
        m_list->view()->setFocus(Qt::ShortcutFocusReason);
}

}
