#include "ui/conversation/conversation_header.h"

#include "ui/conversation/conversation_words.h"
#include "ui/conversation/queue_clock.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/countdown.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/session.h"
#include "ui/shared/tag.h"
#include "ui/shared/themed.h"
#include "ui/shared/tier_chip.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace signalbox {
namespace {

// Narrower than these, a move stands in "More": who it is about comes first.
constexpr int roomForTransfer = 560;
constexpr int roomForFollowUp = 720;

}

ConversationHeader::ConversationHeader(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_name(new ElidedLabel(context.theme, TextStyle::PaneTitle, ThemeColor::Text, this)),
      m_tier(new TierChip(context.theme, this)),
      m_channel(new Tag(context.theme, this)),
      m_origin(new Tag(context.theme, this)),
      m_state(new Tag(context.theme, this)),
      m_about(new ElidedLabel(context.theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_others(new ElidedLabel(context.theme, TextStyle::Secondary, ThemeColor::Accent, this)),
      m_answerBy(new CountdownLabel(context.theme, true, this)),
      m_moreButton(newIconButton(context.theme, QStringLiteral("more"), tr("More that can be done with it"),
                                 QStringLiteral("moreMoves"), this)),
      m_card(newIconButton(context.theme, QStringLiteral("panel-right"), tr("Show or hide the handoff card"),
                           QStringLiteral("handoffCardButton"), this)),
      m_leave(newIconButton(context.theme, QStringLiteral("close"), tr("Take it off the desk; it stays yours"),
                            QStringLiteral("leavePane"), this)),
      m_outcomes(new QMenu(tr("Close as"), this)),
      m_more(new QMenu(tr("More"), this))
{
    setObjectName(QStringLiteral("conversationHeader"));
    for (const Move move : {Move::Transfer, Move::FollowUp, Move::Close}) {
        QPushButton* button = newButton(moveText(move, nullptr), moveName(move) + QStringLiteral("Button"), this);
        connect(button, &QPushButton::clicked, this, [this, move] { Q_EMIT moveWanted(move); });
        m_buttons[move] = button;
    }
    build();
    fillOutcomes();
    connect(m_moreButton, &QToolButton::clicked, this, [this] {
        fillMore();
        m_more->popup(m_moreButton->mapToGlobal(QPoint(0, m_moreButton->height())));
    });
    connect(m_leave, &QToolButton::clicked, this, &ConversationHeader::paneLeaves);
    m_leave->hide();
    m_card->setCheckable(true);
    m_card->setChecked(true);
}

void ConversationHeader::buildWords(QVBoxLayout& words)
{
    const Theme& theme = m_context.theme;
    words.setSpacing(0);
    auto* first = new QHBoxLayout;
    first->setSpacing(theme.px(8));
    m_name->setObjectName(QStringLiteral("visitorName"));
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    first->addWidget(m_name);
    for (QWidget* chip : std::initializer_list<QWidget*>{m_tier, m_channel, m_origin, m_state}) {
        chip->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        first->addWidget(chip);
    }
    first->addStretch();
    words.addLayout(first);
    auto* second = new QHBoxLayout;
    second->setSpacing(theme.px(12));
    m_about->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    second->addWidget(m_about);
    m_others->setObjectName(QStringLiteral("othersHere"));
    second->addWidget(m_others, 1);
    second->addWidget(m_answerBy);
    words.addLayout(second);
}

void ConversationHeader::build()
{
    const Theme& theme = m_context.theme;
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6));
    row->setSpacing(theme.px(8));
    auto* words = new QVBoxLayout;
    buildWords(*words);
    row->addLayout(words, 1);
    for (const Move move : {Move::Transfer, Move::FollowUp, Move::Close})
        row->addWidget(m_buttons[move]);
    for (QWidget* button : {m_moreButton, m_card, m_leave})
        row->addWidget(button);
    setMinimumHeight(theme.px(56));
}

void ConversationHeader::showOutcomes()
{
    const QPushButton* button = m_buttons[Move::Close];
    m_outcomes->popup(button->mapToGlobal(QPoint(0, button->height())));
}

void ConversationHeader::fillOutcomes()
{
    m_outcomes->setObjectName(QStringLiteral("outcomesMenu"));
    const auto add = [this](const QString& words, const QString& outcome) {
        QAction* action = m_outcomes->addAction(words);
        action->setObjectName(QStringLiteral("closeAs_") + (outcome.isEmpty() ? QStringLiteral("own") : outcome));
        connect(action, &QAction::triggered, this, [this, outcome] { Q_EMIT closeWanted(outcome); });
    };
    for (const char* outcome : {"resolved", "qualified", "converted", "no_answer", "spam"})
        add(outcome == std::string_view("converted") ? tr("Converted…") : outcomeName(outcome), QLatin1String(outcome));
    add(tr("In other words…"), {});
}

void ConversationHeader::fillMore()
{
    m_more->clear();
    for (const Move move : allMoves) {
        const QPushButton* button = m_buttons.value(move);
        const Conversation* conversation = m_conversation ? &*m_conversation : nullptr;
        const QString why = whyNoMove(move, conversation, m_context.session);
        if ((button && button->isVisibleTo(this)) || (move == Move::Leave && !why.isEmpty()))
            continue;
        QAction* action = m_more->addAction(QStringLiteral("%1\t%2").arg(
            moveText(move, conversation), moveKey(move).toString(QKeySequence::NativeText)));
        action->setObjectName(moveName(move) + QStringLiteral("Here"));
        action->setEnabled(why.isEmpty());
        action->setToolTip(why);
        connect(action, &QAction::triggered, this, [this, move] { Q_EMIT moveWanted(move); });
    }
    if (m_inOwnWindow)
        return;
    m_more->addSeparator();
    QAction* window = m_more->addAction(tr("Open in a second window"));
    window->setObjectName(QStringLiteral("openWindowHere"));
    connect(window, &QAction::triggered, this, &ConversationHeader::windowWanted);
}

void ConversationHeader::showConversation(const Conversation& conversation)
{
    m_conversation = conversation;
    m_name->setText(line(conversation.visitorName, 80));
    m_tier->setTier(conversation.tier.empty() ? TierLabel{}
                                              : m_context.model.tier(conversation.tier, conversation.tierRank));
    m_channel->setTag({channelName(conversation.channel), channelIcon(conversation.channel)});
    m_origin->setTag({originLabel(conversation.origin), {}, ThemeColor::TextMuted, ThemeColor::Track});
    QStringList about;
    for (const std::string* part : {&conversation.company, &conversation.intent})
        if (!part->empty())
            about << line(*part, 80);
    about << numberOf(conversation.id);
    if (conversation.closedAt)
        about << tr("closed: %1").arg(outcomeName(conversation.outcome));
    for (const AgentId& invited : conversation.invited)
        about << tr("with %1", "an invited agent").arg(m_context.model.agentName(invited));
    m_about->setText(about.join(QStringLiteral(" · ")));
    showRights();
    showWhoIsHere();
    const bool owed
        = !conversation.closedAt && conversation.waitingSince && conversation.answerBy && !conversation.held;
    m_answerBy->setVisible(owed);
    if (owed) {
        m_answerBy->setSpan(conversation.waitingSince, *conversation.answerBy);
        const QueueClock clock
            = queueClock(*conversation.answerBy, &conversation, m_context.model.rulebook(), m_context.now());
        m_answerBy->setToolTip(tr("Time left to answer, until %1").arg(clock.tooltip).toHtmlEscaped());
    }
    tick(m_context.now());
}

void ConversationHeader::showRights()
{
    const Conversation& conversation = *m_conversation;
    for (const auto& [move, button] : m_buttons.asKeyValueRange()) {
        const QString why = whyNoMove(move, &conversation, m_context.session);
        button->setEnabled(why.isEmpty());
        button->setToolTip(why.isEmpty() ? moveKey(move).toString(QKeySequence::NativeText) : why);
    }
    TagLook state;
    if (!conversation.handRaisedBy.empty())
        state = {tr("Hand raised"), QStringLiteral("flag"), ThemeColor::Warn, ThemeColor::WarnTint};
    else if (conversation.held && conversation.heldUntil)
        state
            = {tr("On hold until %1")
                   .arg(queueClock(*conversation.heldUntil, &conversation, m_context.model.rulebook(), m_context.now())
                            .text),
               QStringLiteral("pause"), ThemeColor::TextMuted, ThemeColor::Track};
    else if (conversation.held)
        state = {tr("On hold until they write"), QStringLiteral("pause"), ThemeColor::TextMuted, ThemeColor::Track};
    m_state->setTag(state);
    m_state->setToolTip(conversation.handRaisedBy.empty() ? QString() : text(conversation.handNote).toHtmlEscaped());
}

void ConversationHeader::showWhoIsHere()
{
    QStringList names;
    for (const Looking& other : m_context.model.looking(m_conversation->id))
        if (other.agent != m_context.session.agent)
            names << (other.typing ? tr("%1 is writing").arg(m_context.model.agentName(other.agent))
                                   : tr("%1 is looking").arg(m_context.model.agentName(other.agent)));
    m_others->setText(names.join(QStringLiteral(" · ")));
}

void ConversationHeader::tick(Instant now) { m_answerBy->setNow(now); }

void ConversationHeader::setAlone(bool alone) { m_leave->setVisible(!alone); }

void ConversationHeader::setInOwnWindow()
{
    m_inOwnWindow = true;
    m_leave->hide();
}

void ConversationHeader::placeButtons()
{
    m_buttons[Move::Transfer]->setVisible(width() >= m_context.theme.px(roomForTransfer));
    m_buttons[Move::FollowUp]->setVisible(width() >= m_context.theme.px(roomForFollowUp));
}

void ConversationHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeButtons();
}

}
