#include "ui/conversation/conversation_page_parts.h"

#include "ui/conversation/conversation_header.h"
#include "ui/conversation/handoff_card.h"
#include "ui/conversation/offer_card.h"
#include "ui/conversation/talk_pane.h"
#include "ui/conversation/work_pane.h"
#include "ui/shared/console_model.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"
#include "ui/shared/ui_state.h"

#include <QAction>
#include <QListView>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace signalbox {
namespace {

const QString splitterKey = QStringLiteral("desk/splitter");
constexpr int roomForCard = 1000;   // narrower than this, the handoff card opens only when asked for

}

ConversationPage::ConversationPage(const PageContext& context, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("conversationPage"));
    m_parts = std::make_unique<Parts>(*this, context);
    m_parts->buildLayout();
    m_parts->buildActions();
    m_parts->connectParts();
    m_parts->refreshList();
}

ConversationPage::~ConversationPage() = default;

void ConversationPage::open(const ConversationId& conversation) { m_parts->open(conversation); }
const ConversationId& ConversationPage::shown() const { return m_parts->shown; }
QList<QAction*> ConversationPage::menuActions() const { return m_parts->actions; }

void ConversationPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int limit = m_parts->context.theme.px(roomForCard);
    const bool hadRoom = event->oldSize().width() < 0 || event->oldSize().width() >= limit;
    const bool hasRoom = event->size().width() >= limit;
    if (hadRoom != hasRoom)
        m_parts->header->setCardShown(hasRoom);
}

ConversationPage::Parts::Parts(ConversationPage& owner, const PageContext& pageContext)
    : page(owner), context(pageContext), commands(context.port, context.model), work(new WorkPane(context, commands, &page)),
      centre(new QStackedWidget(&page)),
      nothing(new EmptyState(context.theme, ConversationPage::tr("Choose a conversation at the left, or open one from Live."), {}, &page)),
      header(new ConversationHeader(context, &page)), talk(new TalkPane(context, &page)), card(new HandoffCard(context, &page)),
      splitter(newSplitter(Qt::Horizontal, QStringLiteral("deskSplitter"), &page))
{
}

void ConversationPage::Parts::buildLayout()
{
    Theme& theme = context.theme;
    auto* open = new QWidget(&page);
    setSurface(*open, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(open);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(newLine(theme, open));
    column->addWidget(talk, 1);
    setSurface(*centre, theme, ThemeColor::Panel);
    centre->addWidget(nothing);
    centre->addWidget(open);
    for (QWidget* pane : {static_cast<QWidget*>(work), static_cast<QWidget*>(centre), static_cast<QWidget*>(card)})
        splitter->addWidget(pane);
    work->setMinimumWidth(theme.px(232));
    centre->setMinimumWidth(theme.px(420));
    card->setMinimumWidth(theme.px(248));
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({theme.px(272), theme.px(620), theme.px(316)});
    splitter->restoreState(context.state.bytes(splitterKey));
    auto* row = new QVBoxLayout(&page);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(splitter);
    card->hide();
}

QAction* ConversationPage::Parts::addAction(const QString& name, const QString& text, const QKeySequence& key, std::function<void()> act)
{
    auto* action = new QAction(text, &page);
    action->setObjectName(name);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, act);
    actions << action;
    return action;
}

void ConversationPage::Parts::buildActions()
{
    addAction(QStringLiteral("acceptFirstOffer"), ConversationPage::tr("Accept offer"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), [this] {
        if (OfferCard* offer = work->firstOffer())
            Q_EMIT offer->accepted();
    });
    addAction(QStringLiteral("declineFirstOffer"), ConversationPage::tr("Decline offer"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), [this] {
        if (OfferCard* offer = work->firstOffer())
            Q_EMIT offer->declined({});
    });
    addAction(QStringLiteral("nextConversation"), ConversationPage::tr("Next conversation"), QKeySequence(Qt::CTRL | Qt::Key_J),
              [this] { open(work->next(shown, 1)); });
    addAction(QStringLiteral("previousConversation"), ConversationPage::tr("Previous conversation"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J),
              [this] { open(work->next(shown, -1)); });
    addAction(QStringLiteral("replyHere"), ConversationPage::tr("Write a reply"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), [this] { talk->writeReply(); });
    addAction(QStringLiteral("noteHere"), ConversationPage::tr("Write an internal note"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [this] { talk->writeNote(); });
    actions << header->transferAction() << header->closeAction() << header->cardAction();
    addAction(QStringLiteral("nextPane"), ConversationPage::tr("Next pane"), QKeySequence(Qt::Key_F6), [this] { moveBetweenPanes(1); });
    addAction(QStringLiteral("previousPane"), ConversationPage::tr("Previous pane"), QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { moveBetweenPanes(-1); });
    for (QAction* action : actions)
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    page.addActions(actions);
}

void ConversationPage::Parts::connectParts()
{
    connect(&context.model, &ConsoleModel::changed, this, &Parts::apply);
    connect(&context.model, &ConsoleModel::sessionChanged, this, [this] {
        refreshList();
        showConversation();
    });
    connect(&context.port, &ConsolePort::detailLoaded, this, &Parts::showDetail);
    connect(work, &WorkPane::opened, this, &Parts::open);
    connect(work, &WorkPane::accepted, this, [this](const ConversationId& id) {
        open(id);
        talk->composer()->takeKeyboard();
    });
    connect(header, &ConversationHeader::transferWanted, this, &Parts::transfer);
    connect(header, &ConversationHeader::closeWanted, this, [this](const QString& outcome) { close(outcome); });
    connect(header->cardAction(), &QAction::toggled, this, [this](bool on) { card->setVisible(on && !shown.empty()); });
    connect(&context.theme, &Theme::changed, this, [this] {
        if (detail)
            card->showDetail(*detail);   // its marks are pictures in the colours of the theme
    });
    connect(card, &HandoffCard::policyWanted, &page, &ConversationPage::policyWanted);
    connect(card, &HandoffCard::conversationWanted, this, &Parts::open);
    connect(splitter, &QSplitter::splitterMoved, this, [this] { context.state.setBytes(splitterKey, splitter->saveState()); });
    connect(&clock, &QTimer::timeout, this, &Parts::tick);
    clock.start(std::chrono::seconds(1));
}

}
