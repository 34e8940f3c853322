#include "ui/conversation/conversation_window.h"

#include "ui/conversation/conversation_actions.h"
#include "ui/conversation/conversation_header.h"
#include "ui/conversation/conversation_pane.h"
#include "ui/conversation/handoff_card.h"
#include "ui/conversation/talk_pane.h"
#include "ui/shared/accessible_role.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"
#include "ui/shared/ui_state.h"

#include <QAction>
#include <QCloseEvent>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace signalbox {
namespace {

const QString geometryKey = QStringLiteral("desk/window/geometry");
const QString windowSplitterKey = QStringLiteral("desk/window/splitter");

}

ConversationWindow::ConversationWindow(const PageContext& context, const ConversationId& conversation)
    : QWidget(nullptr, Qt::Window),
      m_context(context),
      m_pane(new ConversationPane(context, this)),
      m_card(new HandoffCard(context, this)),
      m_splitter(newSplitter(Qt::Horizontal, QStringLiteral("windowSplitter"), this)),
      m_actions(new ConversationActions(context, *this, [this] { return m_pane; }))
{
    setObjectName(QStringLiteral("conversationWindow"));
    setAccessibleRole(*this, QAccessible::Window);
    setAttribute(Qt::WA_QuitOnClose, false);   // the program ends with its main window
    setWindowIcon(context.theme.icon(QStringLiteral("logo"), ThemeColor::Accent));
    setMinimumSize(480, 480);
    m_actions->addMoves();
    m_cardAction = m_actions->addCardToggle();
    m_actions->add(QStringLiteral("closeWindow"), tr("Close window"), QKeySequence(Qt::CTRL | Qt::Key_W),
                   [this] { close(); });
    build();
    m_pane->open(conversation);
    resize(context.theme.px(900), context.theme.px(760));
    restoreGeometry(context.state.bytes(geometryKey));
}

ConversationWindow::~ConversationWindow() = default;

void ConversationWindow::build()
{
    Theme& theme = m_context.theme;
    setSurface(*this, theme, ThemeColor::Panel);
    m_pane->header().setInOwnWindow();
    m_pane->setMinimumWidth(theme.px(360));
    m_card->setMinimumWidth(theme.px(248));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_pane);
    m_splitter->addWidget(m_card);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({theme.px(580), theme.px(316)});
    m_splitter->restoreState(m_context.state.bytes(windowSplitterKey));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_splitter);
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_context.state.setBytes(windowSplitterKey, m_splitter->saveState()); });
    connect(m_pane, &ConversationPane::shownChanged, this, &ConversationWindow::showTitle);
    connect(m_pane, &ConversationPane::detailChanged, this, [this] {
        if (const ConversationDetail* detail = m_pane->detail())
            m_card->updateDetail(*detail);
    });
    connect(&m_context.theme, &Theme::changed, this, &ConversationWindow::showCard);
    connect(m_cardAction, &QAction::toggled, this, &ConversationWindow::showTitle);
    connect(m_pane->header().cardButton(), &QToolButton::clicked, m_cardAction, &QAction::trigger);
    connect(m_card, &HandoffCard::policyWanted, this, &ConversationWindow::policyWanted);
    connect(m_card, &HandoffCard::conversationWanted, this, &ConversationWindow::conversationWanted);
    connect(m_card, &HandoffCard::messageWanted, &m_pane->talk(), &TalkPane::showMessage);
    connect(m_card, &HandoffCard::questionWanted, &m_pane->talk(), &TalkPane::askVisitor);
    connect(m_card, &HandoffCard::refused, &m_pane->talk(), &TalkPane::sayRefused);
    connect(m_card, &HandoffCard::whyWanted, this, &ConversationWindow::whyWanted);
    connect(&m_pane->talk(), &TalkPane::whyWanted, this, &ConversationWindow::whyWanted);
    m_settled.setSingleShot(true);
    m_settled.setInterval(std::chrono::milliseconds(300));
    connect(&m_settled, &QTimer::timeout, this, [this] { m_context.state.setBytes(geometryKey, saveGeometry()); });
}

void ConversationWindow::showTitle()
{
    m_actions->refresh();
    m_pane->header().cardButton()->setChecked(m_cardAction->isChecked());
    m_card->setVisible(m_cardAction->isChecked());
    const Conversation* conversation = m_pane->conversation();
    setWindowTitle(conversation ? tr("%1 · Signalbox").arg(line(conversation->visitorName, 80)) : tr("Signalbox"));
}

void ConversationWindow::showCard()
{
    if (const ConversationDetail* detail = m_pane->detail())
        m_card->showDetail(*detail);
}

void ConversationWindow::tick(Instant now)
{
    m_pane->tick(now);
    m_card->tick(now);
}

void ConversationWindow::comeToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void ConversationWindow::closeEvent(QCloseEvent* event)
{
    m_context.state.setBytes(geometryKey, saveGeometry());
    event->accept();
    Q_EMIT closed();
}

void ConversationWindow::moveEvent(QMoveEvent* event)
{
    QWidget::moveEvent(event);
    if (isVisible())
        m_settled.start();
}

void ConversationWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (isVisible())
        m_settled.start();
}

}
