#include "ui/conversation/conversation_pane.h"

#include "ui/conversation/alert_bar.h"
#include "ui/conversation/conversation_header.h"
#include "ui/conversation/talk_pane.h"
#include "ui/shared/console_model.h"
#include "ui/shared/console_port.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"
#include "ui/shared/undo_bar.h"

#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

ConversationPane::ConversationPane(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_commands(context.port, context.model),
      m_stack(new QStackedWidget(this)),
      m_header(new ConversationHeader(context, this)),
      m_alert(new AlertBar(context, this)),
      m_talk(new TalkPane(context, this)),
      m_waits(new InlineMessage(context.theme, MessageKind::Warning, this)),
      m_undo(new UndoBar(context.theme, this))
{
    setObjectName(QStringLiteral("conversationPane"));
    build();
    // After the talk pane, which follows the model too: what it shows is known when this hears of it.
    connect(&context.model, &ConsoleModel::changed, this, &ConversationPane::apply);
    connect(&context.model, &ConsoleModel::sessionChanged, this, &ConversationPane::showConversation);
    connect(&context.port, &ConsolePort::detailLoaded, this, &ConversationPane::showDetail);
    connect(&context.port, &ConsolePort::storeTrouble, this, [this](const QString& what) {
        m_waits->setText(tr("Nothing can be sent just now. What you write stays here."), what);
        m_waits->setVisible(!what.isEmpty());
    });
    connect(m_header, &ConversationHeader::moveWanted, this, &ConversationPane::start);
    connect(m_header, &ConversationHeader::closeWanted, this, &ConversationPane::close);
    connect(m_alert, &AlertBar::refused, m_talk, &TalkPane::sayRefused);
}

ConversationPane::~ConversationPane() = default;

void ConversationPane::build()
{
    Theme& theme = m_context.theme;
    setSurface(*this, theme, ThemeColor::Panel);
    auto* open = new QWidget(this);
    auto* column = new QVBoxLayout(open);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(newLine(theme, open));
    column->addWidget(m_alert);
    column->addWidget(m_talk, 1);
    m_stack->addWidget(
        new EmptyState(theme, tr("Choose a conversation at the left, or open one from Live."), {}, this));
    m_stack->addWidget(open);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_stack, 1);
    m_waits->setObjectName(QStringLiteral("nothingCanBeSent"));
    m_waits->hide();
    all->addWidget(m_waits);
    all->addWidget(m_undo);
    for (QWidget* watched : findChildren<QWidget*>())
        watched->installEventFilter(this);   // Ctrl+Z takes a closing back, wherever the keyboard is
}

void ConversationPane::open(const ConversationId& id)
{
    if (id.empty())
        return;
    if (id != m_shown) {
        m_shown = id;
        m_detail.reset();
    }
    m_talk->open(id);
    m_conversation = m_talk->conversation();
    showConversation();
}

void ConversationPane::showDetail(const ConversationDetail& loaded)
{
    if (loaded.conversation.id != m_shown)
        return;
    m_detail = loaded;
    // What the model knows is newer than what was read from the store, unless the conversation is closed by now.
    if (const Conversation* known = m_context.model.conversation(m_shown))
        m_detail->conversation = *known;
    m_conversation = m_detail->conversation;
    showConversation();
    Q_EMIT detailChanged();
}

void ConversationPane::apply(const ChangeSet& changes)
{
    if (m_shown.empty())
        return;
    if (std::ranges::find(changes.erased, m_shown) != changes.erased.end()) {
        m_shown = {};
        m_conversation.reset();
        m_detail.reset();
        showConversation();
        return;
    }
    bool news = changes.rulebook.has_value();
    for (const Conversation& changed : changes.conversations)
        if (changed.id == m_shown) {
            m_conversation = changed;
            news = true;
        }
    const bool detailed = m_detail && (applyToDetail(changes) || news) && m_conversation;
    if (detailed)
        m_detail->conversation = *m_conversation;
    if (news || changes.looking || !changes.agents.empty())
        showConversation();
    if (detailed)
        Q_EMIT detailChanged();
}

// Whether the card shows any of it.
bool ConversationPane::applyToDetail(const ChangeSet& changes)
{
    ConversationDetail& detail = *m_detail;
    bool news = false;
    const auto mine = [&](const ConversationId& id) {
        news = news || id == m_shown;
        return id == m_shown;
    };
    for (const auto& [id, message] : changes.messages)
        if (mine(id) && (detail.messages.empty() || detail.messages.back().sequence < message.sequence))
            detail.messages.push_back(message);
    for (const Decision& decision : changes.decisions)
        if (mine(decision.conversation)) {
            detail.decision = decision;
            detail.decisions.push_back(decision);
        }
    for (const auto& [id, change] : changes.context)
        if (mine(id))
            detail.context.apply(change, m_context.now());
    for (const Offer& offer : changes.offersMade)
        if (mine(offer.conversation))
            detail.offers.push_back(offer);
    for (const auto& [id, correction] : changes.corrections)
        if (mine(id))
            detail.corrections.push_back(correction);
    for (const FollowUpOnScreen& changed : changes.followUps)
        if (mine(changed.conversation)) {
            std::erase_if(detail.followUps, [&](const FollowUpOnScreen& known) { return known.due == changed.due; });
            detail.followUps.push_back(changed);
            std::ranges::sort(detail.followUps, {}, &FollowUpOnScreen::due);
        }
    return news;
}

void ConversationPane::showConversation()
{
    m_stack->setCurrentIndex(m_conversation ? 1 : 0);
    if (m_conversation)
        m_header->showConversation(*m_conversation);
    m_alert->showFor(m_shown);
    Q_EMIT shownChanged();
}

void ConversationPane::tick(Instant now)
{
    m_header->tick(now);
    m_talk->tick(now);
}

void ConversationPane::setAmongOthers(bool active, bool alone)
{
    m_marked = active && !alone;
    layout()->setContentsMargins(0, alone ? 0 : m_context.theme.px(2), 0, 0);
    m_header->setAlone(alone);
    update();
}

void ConversationPane::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    if (m_marked)
        QPainter(this).fillRect(0, 0, width(), m_context.theme.px(2), m_context.theme.color(ThemeColor::Accent));
}

}
