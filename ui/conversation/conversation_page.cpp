#include "ui/conversation/conversation_page_parts.h"

#include "ui/conversation/conversation_actions.h"
#include "ui/conversation/conversation_pane.h"
#include "ui/conversation/conversation_window.h"
#include "ui/conversation/handoff_card.h"
#include "ui/conversation/composer.h"
#include "ui/conversation/offer_card.h"
#include "ui/conversation/pane_row.h"
#include "ui/conversation/talk_pane.h"
#include "ui/conversation/work_pane.h"
#include "ui/shared/console_model.h"
#include "ui/shared/panes.h"
#include "ui/shared/ui_state.h"

#include <QAction>
#include <QListView>
#include <QResizeEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace signalbox {
namespace {

constexpr auto cardRests = std::chrono::milliseconds(250);
const QString deskSplitterKey = QStringLiteral("desk/splitter");
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
void ConversationPage::openBeside(const ConversationId& conversation) { m_parts->openBeside(conversation); }
void ConversationPage::openInWindow(const ConversationId& conversation) { m_parts->openWindow(conversation); }
const ConversationId& ConversationPage::shown() const { return m_parts->row->active().shown(); }
QList<QAction*> ConversationPage::menuActions() const { return m_parts->actions->all(); }

void ConversationPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int limit = m_parts->context.theme.px(roomForCard);
    const bool hadRoom = event->oldSize().width() < 0 || event->oldSize().width() >= limit;
    const bool hasRoom = event->size().width() >= limit;
    if (hadRoom != hasRoom)
        m_parts->cardAction->setChecked(hasRoom);
}

void ConversationPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_parts->tellWhereILook();
}

void ConversationPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_parts->tellWhereILook();
}

ConversationPage::Parts::Parts(ConversationPage& owner, const PageContext& pageContext)
    : page(owner),
      context(pageContext),
      commands(context.port, context.model),
      work(new WorkPane(context, commands, &page)),
      row(new PaneRow(context, &page)),
      card(new HandoffCard(context, &page)),
      splitter(newSplitter(Qt::Horizontal, QStringLiteral("deskSplitter"), &page)),
      actions(new ConversationActions(context, page, [this] { return &row->active(); }))
{
}

ConversationPage::Parts::~Parts() = default;

void ConversationPage::Parts::buildLayout()
{
    Theme& theme = context.theme;
    for (QWidget* pane : std::initializer_list<QWidget*>{work, row, card})
        splitter->addWidget(pane);
    work->setMinimumWidth(theme.px(232));
    row->setMinimumWidth(theme.px(420));
    card->setMinimumWidth(theme.px(248));
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({theme.px(272), theme.px(620), theme.px(316)});
    splitter->restoreState(context.state.bytes(deskSplitterKey));
    auto* all = new QVBoxLayout(&page);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(splitter);
    card->hide();
}

void ConversationPage::Parts::buildActions()
{
    actions->add(QStringLiteral("acceptFirstOffer"), ConversationPage::tr("Accept offer"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), [this] {
                     if (OfferCard* offer = work->firstOffer())
                         Q_EMIT offer->accepted();
                 });
    actions->add(QStringLiteral("declineFirstOffer"), ConversationPage::tr("Decline offer"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), [this] {
                     if (OfferCard* offer = work->firstOffer())
                         Q_EMIT offer->declined({});
                 });
    actions->add(QStringLiteral("nextConversation"), ConversationPage::tr("Next conversation"),
                 QKeySequence(Qt::CTRL | Qt::Key_J), [this] { open(work->next(page.shown(), 1)); });
    actions->add(QStringLiteral("previousConversation"), ConversationPage::tr("Previous conversation"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J), [this] { open(work->next(page.shown(), -1)); });
    actions->addMoves();
    cardAction = actions->addCardToggle();
    buildPaneActions();
}

void ConversationPage::Parts::buildPaneActions()
{
    actions->add(QStringLiteral("openNextBeside"), ConversationPage::tr("Open the next one beside"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), [this] { openBeside(work->next(page.shown(), 1)); });
    actions->add(QStringLiteral("leavePaneAction"), ConversationPage::tr("Take it off the desk"),
                 QKeySequence(Qt::CTRL | Qt::Key_W), [this] { row->leave(row->active()); });
    actions->add(QStringLiteral("openInWindowAction"), ConversationPage::tr("Open in a second window"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W), [this] { openWindow(page.shown()); });
    actions->add(QStringLiteral("nextBeside"), ConversationPage::tr("Next conversation on the desk"),
                 QKeySequence(Qt::CTRL | Qt::Key_Tab), [this] { row->cycle(1); });
    actions->add(QStringLiteral("previousBeside"), ConversationPage::tr("Previous conversation on the desk"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), [this] { row->cycle(-1); });
    actions->add(QStringLiteral("nextPane"), ConversationPage::tr("Next pane"), QKeySequence(Qt::Key_F6),
                 [this] { moveBetweenPanes(1); });
    actions->add(QStringLiteral("previousPane"), ConversationPage::tr("Previous pane"),
                 QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { moveBetweenPanes(-1); });
}

void ConversationPage::Parts::connectParts()
{
    connect(&context.model, &ConsoleModel::changed, this, &Parts::apply);
    connect(&context.model, &ConsoleModel::sessionChanged, this, [this] { rowChanged(); });
    connect(work, &WorkPane::opened, this, &Parts::open);
    connect(work, &WorkPane::openedBeside, this, &Parts::openBeside);
    connect(work, &WorkPane::windowWanted, this, &Parts::openWindow);
    connect(work, &WorkPane::accepted, this, [this](const ConversationId& id) {
        open(id);
        row->active().talk().composer()->takeKeyboard();
    });
    connect(row, &PaneRow::changed, this, &Parts::rowChanged);
    connect(row, &PaneRow::activeChanged, this, &Parts::rowChanged);
    connect(row, &PaneRow::detailChanged, this, &Parts::cardChanged);
    cardSoon.setSingleShot(true);
    cardSoon.setInterval(cardRests);
    connect(&cardSoon, &QTimer::timeout, this, [this] {
        if (const ConversationDetail* detail = row->active().detail(); detail && cardOf == page.shown())
            card->updateDetail(*detail);
    });
    connect(row, &PaneRow::leftBehind, this,
            [this](ConversationPane* pane, const ConversationId& id) { goOn(*pane, id); });
    connect(row, &PaneRow::windowWanted, this, &Parts::openWindow);
    connect(row, &PaneRow::cardToggled, cardAction, &QAction::trigger);
    connect(cardAction, &QAction::toggled, this, &Parts::placeCard);
    connect(&context.theme, &Theme::changed, this,
            &Parts::showCard);   // its marks are pictures in the colours of the theme
    connectCard();
    connect(splitter, &QSplitter::splitterMoved, this,
            [this] { context.state.setBytes(deskSplitterKey, splitter->saveState()); });
    connect(&clock, &QTimer::timeout, this, &Parts::tick);
    clock.start(std::chrono::seconds(1));
}

void ConversationPage::Parts::connectCard()
{
    connect(card, &HandoffCard::policyWanted, &page, &ConversationPage::policyWanted);
    connect(card, &HandoffCard::conversationWanted, this, &Parts::open);
    connect(card, &HandoffCard::whyWanted, &page, &ConversationPage::whyWanted);
    connect(card, &HandoffCard::refused, this,
            [this](const QString& what, const QString& why) { row->active().talk().sayRefused(what, why); });
    connect(card, &HandoffCard::messageWanted, this,
            [this](qint64 sequence) { row->active().talk().showMessage(sequence); });
    connect(card, &HandoffCard::questionWanted, this,
            [this](const QString& question) { row->active().talk().askVisitor(question); });
}

}
